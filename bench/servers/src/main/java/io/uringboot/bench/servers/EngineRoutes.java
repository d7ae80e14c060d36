package io.uringboot.bench.servers;

import java.nio.charset.StandardCharsets;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.FastPathRoutes;
import io.uringboot.engine.fastpath.PreEncodedResponse;
import io.uringboot.engine.fastpath.QueryParameters;
import io.uringboot.engine.http1.ResponseHead;

/**
 * The routes on the engine's fast path: {@code /pipeline} as a pre-encoded response,
 * {@code /baseline11} computed.
 */
public final class EngineRoutes {

	/** More digits than any number in a content has. */
	private static final int MAX_CONTENT = 64;

	private static final ResponseHead TEXT = ResponseHead.of(HttpResponseStatus.OK)
		.with("Content-Type", "text/plain;charset=UTF-8");

	private static final PreEncodedResponse OK = PreEncodedResponse.ok()
		.field("Content-Type", "text/plain;charset=UTF-8")
		.content(octets("ok"))
		.build();

	private static final byte[] A = octets("a");

	private static final byte[] B = octets("b");

	private static final FastThreadLocal<byte[]> DIGITS = new FastThreadLocal<>() {

		@Override
		protected byte[] initialValue() {
			return new byte[Decimal.MAX_LENGTH];
		}

	};

	private EngineRoutes() {
	}

	/**
	 * The routes.
	 * @return the routes
	 */
	public static FastPathRoutes routes() {
		return FastPathRoutes.builder()
			.getAndHead("/pipeline", OK)
			.route(HttpMethod.GET, "/baseline11", 0, EngineRoutes::query)
			.route(HttpMethod.POST, "/baseline11", MAX_CONTENT, EngineRoutes::queryAndContent)
			.build();
	}

	private static boolean query(FastPathExchange exchange) {
		return sum(exchange, 0);
	}

	private static boolean queryAndContent(FastPathExchange exchange) {
		return sum(exchange, exchange.contentAsInt());
	}

	private static boolean sum(FastPathExchange exchange, long content) {
		QueryParameters query = exchange.query();
		long a = number(query, A);
		long b = number(query, B);
		if (a == FastPathExchange.NOT_PLAIN || b == FastPathExchange.NOT_PLAIN
				|| content == FastPathExchange.NOT_PLAIN) {
			return false;
		}
		byte[] digits = DIGITS.get();
		int start = Decimal.putBefore(digits, digits.length, (int) (a + b + content));
		exchange.response().write(TEXT, digits, start, digits.length - start);
		return true;
	}

	private static long number(QueryParameters query, byte[] name) {
		int index = query.indexOf(name, 0);
		return (index >= 0) ? query.intValue(index) : FastPathExchange.NOT_PLAIN;
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
