package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.scheduler.Schedulers;

/**
 * Answers in place what is under {@code /p}; the first segment behind it says how.
 */
final class TestResponder implements InPlaceResponder {

	static final int MAX_CONTENT = 4096;

	private static final ResponseHead OK = ResponseHead.of(HttpResponseStatus.OK).with("Content-Type", "text/plain");

	private static final Consumer<Channel> NOTHING = (channel) -> {
	};

	@Override
	public int accept(RequestHead head) {
		return head.target().startsWith("/p/") ? MAX_CONTENT : NOT_MINE;
	}

	@Override
	public boolean respond(RequestHead head, byte[] content, int offset, int length, ResponseWriter response) {
		String[] segments = head.target().split("/");
		String value = (segments.length > 3) ? segments[3] : "";
		switch (segments[2]) {
			case "now" -> write(response, "now " + value);
			case "echo" -> response.write(OK, content, offset, length);
			case "sum" -> write(response, String.valueOf(sum(value, content, offset, length)));
			case "bytes" -> response.write(OK, Unpooled.wrappedBuffer(TestRoutes.bytes(Integer.parseInt(value))));
			case "later" -> {
				DeferredResponse deferred = response.defer();
				Schedulers.parallel().schedule(() -> deferred.complete((writer) -> write(writer, "later " + value)));
			}
			case "at-once" -> response.defer().complete((writer) -> write(writer, "at-once " + value));
			case "pass-on" -> response.defer().passOn(NOTHING);
			case "pass-on-later" -> {
				DeferredResponse deferred = response.defer();
				Schedulers.parallel().schedule(() -> deferred.passOn(NOTHING));
			}
			case "never" -> response.defer();
			case "nothing" -> {
				return true;
			}
			case "throw" -> throw new ExpectedFailure();
			case "throw-after-defer" -> {
				response.defer();
				throw new ExpectedFailure();
			}
			case "empty" -> response.write(ResponseHead.of(HttpResponseStatus.NO_CONTENT));
			default -> {
				return false;
			}
		}
		return true;
	}

	private static long sum(String addends, byte[] content, int offset, int length) {
		long sum = 0;
		for (String addend : addends.split("\\+")) {
			sum += Long.parseLong(addend);
		}
		return (length == 0) ? sum
				: sum + Long.parseLong(new String(content, offset, length, StandardCharsets.US_ASCII));
	}

	private static void write(ResponseWriter response, String text) {
		byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
		response.write(OK, content, 0, content.length);
	}

}
