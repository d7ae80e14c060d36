package io.uringboot.autoconfigure.differential;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates requests that are well-formed by RFC 9112, whatever the application makes of
 * them.
 */
final class Corpus {

	/** As many requests as one connection carries. */
	static final int CONNECTION_LIMIT = 99;

	private static final int SHORT_PIPELINE = 8;

	private static final int NO_SPLITS = 0;

	private final Choice choice;

	private final Targets targets;

	private final FieldLines fieldLines;

	private final Contents contents;

	private int next;

	Corpus(long seed, String basePath) {
		this.choice = new Choice(seed);
		this.targets = new Targets(this.choice, basePath);
		this.fieldLines = new FieldLines(this.choice);
		this.contents = new Contents(this.choice);
	}

	Exchange next() {
		List<Request> requests = new ArrayList<>();
		int depth = depth();
		for (int i = 0; i < depth; i++) {
			requests.add(request(depth, i == depth - 1));
		}
		return split(requests);
	}

	Exchange split(List<Request> requests) {
		int length = requests.stream().mapToInt((request) -> request.bytes().length).sum();
		int splits = this.choice.percent(60) ? NO_SPLITS : 1 + this.choice.below(this.choice.percent(5) ? 40 : 4);
		return new Exchange(List.copyOf(requests), this.choice.offsets(splits, length));
	}

	private int depth() {
		if (this.choice.percent(90)) {
			return 1;
		}
		return this.choice.percent(90) ? 2 + this.choice.below(SHORT_PIPELINE) : 10 + this.choice.below(50);
	}

	/** A request with nothing odd about it, as it is read by a fast path. */
	Request plainRequest(Route route) {
		return build(route, route.method(), "HTTP/1.1", true, 1, true);
	}

	private Request request(int depth, boolean last) {
		// Each in its turn, such that none is left out.
		Route route = this.choice.percent(50) ? Route.ALL.get(this.next++ % Route.ALL.size())
				: this.choice.of(Route.ALL);
		boolean plain = this.choice.percent(25);
		boolean http10 = !plain && this.choice.percent(4) && (depth == 1 || this.choice.percent(10));
		return build(route, plain ? route.method() : method(route), http10 ? "HTTP/1.0" : "HTTP/1.1", plain, depth,
				last);
	}

	private String method(Route route) {
		if (this.choice.percent(82)) {
			return route.method();
		}
		return this.choice.of("HEAD", "HEAD", "HEAD", "OPTIONS", "OPTIONS", "GET", "POST", "PUT", "DELETE", "PATCH",
				"TRACE", "QUERY", "get", "FOO", "M-SEARCH");
	}

	private Request build(Route route, String method, String version, boolean plain, int depth, boolean last) {
		boolean http10 = version.equals("HTTP/1.0");
		List<String> fields = new ArrayList<>(this.fieldLines.of(http10, plain));
		byte[] content = content(route, fields, http10, plain);
		boolean close = !plain && this.choice.percent((depth == 1) ? 4 : 1);
		boolean keepAlive = !close && !http10 && this.choice.percent(3);
		if (close || keepAlive) {
			fields.add("Connection: " + (close ? this.choice.of("close", "Close") : "keep-alive"));
		}
		// Nothing is answered behind an expectation that is not met.
		boolean expects = last && content.length > 0 && !http10 && !plain && this.choice.percent(6);
		if (expects) {
			fields.add("Expect: 100-continue");
		}
		String head = method + " " + this.targets.of(route, plain) + " " + version + "\r\n"
				+ String.join("\r\n", fields) + (fields.isEmpty() ? "\r\n" : "\r\n\r\n");
		byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(headBytes);
		bytes.writeBytes(content);
		return new Request(route.method() + " " + route.target(), bytes.toByteArray(), headBytes.length,
				method.equals("HEAD"), close || (http10 && !keepAlive),
				expects && depth == 1 && this.choice.percent(50));
	}

	private byte[] content(Route route, List<String> fields, boolean http10, boolean plain) {
		boolean unusual = !plain && this.choice.percent(4);
		if (route.content().isEmpty() != unusual) {
			if (!plain && this.choice.percent(10)) {
				fields.add("Content-Length: 0");
			}
			return new byte[0];
		}
		String kind = route.content().isEmpty() ? "text" : route.content();
		byte[] content = this.contents.of(kind, plain);
		String type = this.contents.type(kind, plain);
		if (type != null) {
			fields.add("Content-Type: " + type);
		}
		if (http10 || this.choice.percent(65)) {
			fields.add(this.choice.of("Content-Length: ", "content-length: ") + content.length);
			return content;
		}
		fields.add("Transfer-Encoding: " + this.choice.of("chunked", "chunked", "Chunked"));
		return this.contents.chunked(content);
	}

}
