package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a sequence of octets consists of, as this engine frames them.
 *
 * @param requests the complete requests
 * @param error why the octets behind them are refused, or null if they are merely not
 * complete
 */
record Framing(List<Framed> requests, @Nullable RequestError error) {

	static Framing of(byte[] octets) {
		HttpLimits limits = HttpLimits.defaults();
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(limits, head);
		List<Framed> requests = new ArrayList<>();
		int start = 0;
		while (start < octets.length) {
			parser.reset();
			RequestParser.Result result = parser.parse(octets, start, octets.length);
			if (result != RequestParser.Result.COMPLETE) {
				return new Framing(requests, parser.error());
			}
			int from = start + head.length;
			if (head.isChunked()) {
				ChunkedFraming chunks = new ChunkedFraming(limits);
				StringBuilder content = new StringBuilder();
				from = chunks(chunks, octets, from, content);
				if (!chunks.isEnd()) {
					return new Framing(requests, chunks.error());
				}
				requests.add(Framed.of(NettyRequest.of(head), content.toString(), chunks.trailers(), from));
			}
			else {
				long end = from + Math.max(0, head.contentLength());
				if (end > octets.length) {
					return new Framing(requests, null);
				}
				String content = new String(octets, from, (int) end - from, StandardCharsets.ISO_8859_1);
				from = (int) end;
				requests.add(Framed.of(NettyRequest.of(head), content, null, from));
			}
			start = from;
		}
		return new Framing(requests, null);
	}

	private static int chunks(ChunkedFraming chunks, byte[] octets, int from, StringBuilder content) {
		int index = from;
		while (!chunks.isEnd() && index < octets.length) {
			int data = (int) Math.min(chunks.data(), octets.length - index);
			if (data > 0) {
				content.append(new String(octets, index, data, StandardCharsets.ISO_8859_1));
				chunks.dataTaken(data);
				index += data;
			}
			else if (!chunks.accept(octets[index++])) {
				break;
			}
		}
		return index;
	}

	/**
	 * A request as text, for comparison, and where it ends.
	 */
	record Framed(String head, String content, String trailers, int end) {

		static Framed of(HttpRequest request, String content, @Nullable HttpHeaders trailers, int end) {
			return new Framed(
					request.method() + " " + request.uri() + " " + request.protocolVersion() + " "
							+ request.headers().entries(),
					content, (trailers == null) ? "[]" : trailers.entries().toString(), end);
		}

	}

}
