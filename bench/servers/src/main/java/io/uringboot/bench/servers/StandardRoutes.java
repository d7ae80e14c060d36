package io.uringboot.bench.servers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The routes as one writes them for reactor-netty, without detours of its own: a switch
 * instead of its route predicates, one buffer for an answer.
 */
final class StandardRoutes implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	private volatile HttpDate date = HttpDate.at(Instant.EPOCH);

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		return switch (request.fullPath()) {
			case "/pipeline", "/standard" -> text(response, "ok");
			case "/baseline11" -> baseline(request, response);
			default -> response.sendNotFound();
		};
	}

	private Publisher<Void> baseline(HttpServerRequest request, HttpServerResponse response) {
		Map<String, List<String>> query = new QueryStringDecoder(request.uri()).parameters();
		int sum = number(query, "a") + number(query, "b");
		if (!request.method().equals(HttpMethod.POST)) {
			return text(response, Integer.toString(sum));
		}
		return request.receive()
			.aggregate()
			.asString()
			.flatMap((content) -> Mono.from(text(response, Integer.toString(sum + Integer.parseInt(content)))));
	}

	private static int number(Map<String, List<String>> query, String name) {
		return Integer.parseInt(query.getOrDefault(name, List.of("0")).get(0));
	}

	private Publisher<Void> text(HttpServerResponse response, String text) {
		byte[] content = text.getBytes(StandardCharsets.US_ASCII);
		response.header(HttpHeaderNames.CONTENT_TYPE, "text/plain;charset=UTF-8")
			.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(content.length))
			.header(HttpHeaderNames.DATE, date());
		return response.sendByteArray(Mono.just(content));
	}

	private String date() {
		HttpDate date = this.date;
		Instant now = Instant.now();
		if (date.second() != now.getEpochSecond()) {
			date = HttpDate.at(now);
			this.date = date;
		}
		return date.text();
	}

}
