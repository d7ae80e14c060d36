package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.uringboot.bench.jmh.EventLoopBenchmark;
import io.uringboot.engine.http1.Http1Parts;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * Decoding what a handler asks for.
 */
public class ExchangeBenchmark extends EventLoopBenchmark {

	private static final byte[] A = octets("a");

	private static final byte[] B = octets("b");

	private final FastPathExchange exchange = new FastPathExchange();

	private final RequestHead head = Http1Parts
		.head(octets("POST /users/4711?a=13&b=42 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n"));

	private final Route route = Route.to((exchange) -> false, HttpMethod.POST, RoutePath.of("/users/{id}"), 16, 0);

	private final byte[] content = octets("20");

	private final ResponseWriter response = Http1Parts.writer();

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Sees that everything is decoded. */
	@Setup
	public void check() {
		if (queryInts() != 55 || nettyQueryInts() != 55 || contentInt() != 20 || pathVariableInt() != 4711
				|| queryStrings() != 4) {
			throw new IllegalStateException("wrong number");
		}
	}

	/**
	 * Two numbers of a query.
	 * @return their sum
	 */
	@Benchmark
	public long queryInts() {
		start();
		QueryParameters query = this.exchange.query();
		long sum = query.intValue(query.indexOf(A, 0)) + query.intValue(query.indexOf(B, 0));
		this.exchange.end();
		return sum;
	}

	/**
	 * Two values of a query as text.
	 * @return their length
	 */
	@Benchmark
	public int queryStrings() {
		start();
		QueryParameters query = this.exchange.query();
		int length = length(query.value(query.indexOf(A, 0))) + length(query.value(query.indexOf(B, 0)));
		this.exchange.end();
		return length;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	/**
	 * The same two numbers by way of Netty's decoder.
	 * @return their sum
	 */
	@Benchmark
	public long nettyQueryInts() {
		Map<String, List<String>> query = new QueryStringDecoder(this.head.target()).parameters();
		return number(query, "a") + number(query, "b");
	}

	private static int number(Map<String, List<String>> query, String name) {
		return Integer.parseInt(query.getOrDefault(name, List.of("0")).get(0));
	}

	/**
	 * A path variable as a number.
	 * @return the number
	 */
	@Benchmark
	public long pathVariableInt() {
		start();
		long number = this.exchange.intPathVariable(0);
		this.exchange.end();
		return number;
	}

	/**
	 * The content as a number.
	 * @return the number
	 */
	@Benchmark
	public long contentInt() {
		start();
		long number = this.exchange.contentAsInt();
		this.exchange.end();
		return number;
	}

	private void start() {
		this.exchange.start(this.route, this.head, this.content, 0, this.content.length, this.response);
	}

}
