package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Some requests behind each other, and the answers that must come back.
 */
final class RandomPipeline {

	private static final String[] REFUSED = { "GET / HTTP/1.1\r\n\r\n", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n",
			"POST /p/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
			"POST /p/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
			"POST /s/collect HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabX",
			"GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n" };

	private final Random random;

	private final StringBuilder requests = new StringBuilder();

	/** One for each answer: whether to a HEAD, and its status and content. */
	private final List<Answer> answers = new ArrayList<>();

	private boolean last;

	RandomPipeline(Random random) {
		this.random = random;
		int count = 1 + random.nextInt(7);
		for (int i = 0; i < count && !this.last; i++) {
			add(random.nextInt(100));
		}
	}

	private void add(int kind) {
		String number = String.valueOf(this.random.nextInt(1000));
		if (kind < 40) {
			String[] paths = { "p/now", "p/later", "p/at-once", "?/now", "?/later" };
			String path = paths[this.random.nextInt(paths.length)].replace("?", standard());
			boolean head = this.random.nextInt(5) == 0;
			this.requests.append(head ? "HEAD /" : "GET /").append(path).append('/').append(number);
			endHead("");
			String text = isStandard(path) ? "std " : path.substring(2) + " ";
			answer(head, head ? "200" : "200 " + text + number);
		}
		else if (kind < 70) {
			content((this.random.nextInt(20) == 0) ? 20_000 : this.random.nextInt(300));
		}
		else if (kind < 78) {
			int parts = this.random.nextInt(5);
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < parts; i++) {
				text.append(i).append(';');
			}
			this.requests.append("GET /").append(standard()).append("/stream/").append(parts);
			endHead("");
			answer(false, (parts == 0) ? "200" : "200 " + text);
		}
		else if (kind < 84) {
			String path = anyPath();
			int size = this.random.nextInt(30_000);
			this.requests.append("GET /").append(path).append("/bytes/").append(size);
			endHead("");
			answer(false, (size == 0) ? "200" : "200 " + TestRoutes.text(size));
		}
		else if (kind < 90) {
			this.requests.append("GET /nowhere/").append(number);
			endHead("");
			answer(false, "404");
		}
		else if (kind < 94) {
			this.requests.append("GET /").append(anyPath()).append("/empty");
			endHead("");
			answer(false, "204");
		}
		else if (kind < 97) {
			this.last = true;
			String path = anyPath();
			this.requests.append("GET /").append(path).append("/now/").append(number);
			endHead("Connection: close\r\n");
			answer(false, path.equals("p") ? "200 now " + number : "200 std " + number);
		}
		else {
			this.last = true;
			String refused = REFUSED[this.random.nextInt(REFUSED.length)];
			this.requests.append(refused).append("GET /p/now/1 HTTP/1.1\r\nHost: a\r\n\r\n");
			answer(false, "400");
		}
	}

	private void content(int size) {
		String[] paths = { "p/echo", "p/collect", "?/echo", "?/collect", "?/ignore", "?/ignore-later" };
		String path = paths[this.random.nextInt(paths.length)].replace("?", standard());
		String content = TestRoutes.text(size);
		this.requests.append("POST /").append(path).append("/7");
		if (this.random.nextBoolean()) {
			endHead("Content-Length: " + size + "\r\n");
			this.requests.append(content);
		}
		else {
			endHead("Transfer-Encoding: chunked\r\n");
			for (int from = 0; from < size;) {
				int length = Math.min(size - from, 1 + this.random.nextInt(size));
				this.requests.append(Integer.toHexString(length))
					.append(this.random.nextBoolean() ? "\r\n" : ";a=\"b\"\r\n")
					.append(content, from, from + length)
					.append("\r\n");
				from += length;
			}
			this.requests.append(this.random.nextBoolean() ? "0\r\n\r\n" : "0\r\nA: b\r\n\r\n");
		}
		String text = path.contains("ignore") ? "ignored 7" : path.contains("collect") ? size + ":" + content : content;
		answer(false, text.isEmpty() ? "200" : "200 " + text);
	}

	private String anyPath() {
		return this.random.nextBoolean() ? "p" : standard();
	}

	/** The ways to the standard path: straight, and passed on from a deferred answer. */
	private String standard() {
		String[] ways = { "s", "p/pass-on", "p/pass-on-later" };
		return ways[this.random.nextInt(ways.length)];
	}

	private static boolean isStandard(String path) {
		return path.startsWith("s/") || path.startsWith("p/pass-on");
	}

	private void endHead(String fields) {
		this.requests.append(" HTTP/1.1\r\nHost: a\r\n").append(fields);
		if (this.random.nextInt(4) == 0) {
			this.requests.append("X-Some: ").append("y".repeat(this.random.nextInt(200))).append("\r\n");
		}
		this.requests.append("\r\n");
	}

	private void answer(boolean head, String summary) {
		this.answers.add(new Answer(head, summary));
	}

	/** Whether the server ends the connection behind the last answer. */
	boolean isLast() {
		return this.last;
	}

	List<Answer> answers() {
		return this.answers;
	}

	/** The requests in parts that are cut anywhere. */
	List<String> parts() {
		List<String> parts = new ArrayList<>();
		int from = 0;
		while (from < this.requests.length()) {
			int length = switch (this.random.nextInt(3)) {
				case 0 -> this.requests.length();
				case 1 -> 1 + this.random.nextInt(20);
				default -> 1 + this.random.nextInt(500);
			};
			int to = (parts.size() < 12) ? Math.min(from + length, this.requests.length()) : this.requests.length();
			parts.add(this.requests.substring(from, to));
			from = to;
		}
		return parts;
	}

	@Override
	public String toString() {
		return this.requests.toString();
	}

	record Answer(boolean head, String summary) {

	}

}
