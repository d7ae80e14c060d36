package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import io.netty.buffer.Unpooled;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Answers on the standard path; the second segment of the path says how, or the third one
 * if the second tells the {@link TestResponder} to pass the request on.
 */
final class TestRoutes implements TestServer.Handler {

	private static final Pattern PASSED_ON = Pattern.compile("^/p/pass-on(-later)?(?=/)");

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		String[] segments = PASSED_ON.matcher(request.uri()).replaceFirst("/s").split("/");
		String kind = (segments.length > 2) ? segments[2] : "";
		String value = (segments.length > 3) ? segments[3] : "";
		return switch (kind) {
			case "now" -> response.sendString(Mono.just("std " + value));
			case "later" ->
				response.sendString(Mono.fromSupplier(() -> "std " + value).subscribeOn(Schedulers.parallel()));
			case "stream" -> response.sendString(
					Flux.range(0, Integer.parseInt(value)).map((i) -> i + ";").publishOn(Schedulers.parallel()));
			case "echo" -> response.send(request.receive().retain());
			case "collect" -> response.sendString(request.receive()
				.aggregate()
				.asString()
				.defaultIfEmpty("")
				.map((content) -> content.length() + ":" + content));
			case "ignore" -> response.sendString(Mono.just("ignored " + value));
			case "ignore-later" ->
				response.sendString(Mono.delay(Duration.ofMillis(30)).map((tick) -> "ignored " + value));
			case "bytes" -> response.header("Content-Length", value)
				.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes(Integer.parseInt(value)))));
			case "never" -> Mono.never();
			case "empty" -> response.status(204).send();
			case "fail" -> Mono.error(new ExpectedFailure());
			case "close" -> response.keepAlive(false).sendString(Mono.just("closing " + value));
			case "version" -> response.sendString(Mono.just(request.version().text()));
			default -> response.sendNotFound();
		};
	}

	/** Octets that tell where they stand. */
	static byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		for (int i = 0; i < count; i++) {
			bytes[i] = (byte) ('a' + (i / 7 + i) % 26);
		}
		return bytes;
	}

	static String text(int count) {
		return new String(bytes(count), StandardCharsets.ISO_8859_1);
	}

}
