package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.bench.jmh.EventLoopBenchmark;
import io.uringboot.engine.http1.InPlaceResponder;
import io.uringboot.engine.http1.Http1Parts;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Finding the route of a request.
 */
public class RouteLookupBenchmark extends EventLoopBenchmark {

	/** Routes of each kind, with variables and without. */
	@Param({ "2", "200" })
	public int routes;

	private FastPathRoutes table = FastPathRoutes.none();

	private InPlaceResponder responder = FastPath.of(this.table).get();

	private final RequestHead literal = head("/resources1/list?page=3");

	private final RequestHead variables = head("/resources1/4711/items/42");

	private final RequestHead unknown = head("/elsewhere/list");

	private static RequestHead head(String target) {
		return Http1Parts
			.head(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	/** Makes the routes, and sees that they are found. */
	@Setup
	public void build() {
		FastPathRoutes.Builder builder = FastPathRoutes.builder();
		for (int i = 0; i < this.routes; i++) {
			builder.route(HttpMethod.GET, "/resources" + i + "/list", 0, (exchange) -> false)
				.route(HttpMethod.GET, "/resources" + i + "/{id}/items/{item}", 0, (exchange) -> false);
		}
		this.table = builder.build();
		this.responder = FastPath.of(this.table).get();
		Objects.requireNonNull(literal(), "literal");
		Objects.requireNonNull(variables(), "variables");
		if (unknown() != null || accept() != 0) {
			throw new IllegalStateException("wrong route");
		}
	}

	/**
	 * A path without variables.
	 * @return the route
	 */
	@Benchmark
	public @Nullable Object literal() {
		return this.table.find(this.literal);
	}

	/**
	 * A path with two variables.
	 * @return the route
	 */
	@Benchmark
	public @Nullable Object variables() {
		return this.table.find(this.variables);
	}

	/**
	 * A path without a route.
	 * @return nothing
	 */
	@Benchmark
	public @Nullable Object unknown() {
		return this.table.find(this.unknown);
	}

	/**
	 * All that is looked at before a request is taken: path, route, host and query.
	 * @return the most octets of content
	 */
	@Benchmark
	public int accept() {
		return this.responder.accept(this.literal);
	}

}
