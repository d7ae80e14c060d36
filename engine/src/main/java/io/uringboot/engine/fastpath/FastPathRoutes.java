package io.uringboot.engine.fastpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a fast path: which handler answers which method and path. Where several
 * routes match a path, the one that Spring prefers is taken; where Spring would call them
 * ambiguous, the request is left to the standard path. Immutable.
 */
public final class FastPathRoutes {

	/** The largest content that is collected for a handler. */
	private static final int MAX_CONTENT_LENGTH = 16 * 1024 * 1024;

	private static final FastPathRoutes NONE = builder().build();

	private final List<Route> handled;

	/** By whole path; they are preferred to all that have variables. */
	private final OctetTable literals;

	private final @Nullable RouteNode withVariables;

	/** They come last: Spring prefers every other pattern to one with {@code **}. */
	private final PrefixRoutes prefixes;

	private FastPathRoutes(List<Route> handled, OctetTable literals, @Nullable RouteNode withVariables,
			PrefixRoutes prefixes) {
		this.handled = handled;
		this.literals = literals;
		this.withVariables = withVariables;
		this.prefixes = prefixes;
	}

	/**
	 * Starts without routes.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * No routes: everything takes the standard path.
	 * @return the empty routes
	 */
	public static FastPathRoutes none() {
		return NONE;
	}

	/**
	 * Whether a path can be that of a route: it starts with a slash, and each segment
	 * consists of unreserved characters (RFC 3986 §2.3) or is one variable without a
	 * pattern, as in <code>/users/{id}</code>.
	 * @param path the path
	 * @return whether routes can have it
	 */
	public static boolean isSupported(String path) {
		return RoutePath.isSupported(path);
	}

	/**
	 * Whether a prefix can be that of a route: it starts and ends with a slash, and what
	 * is between consists of unreserved characters (RFC 3986 §2.3) and slashes.
	 * @param prefix the prefix
	 * @return whether routes can have it
	 */
	public static boolean isSupportedPrefix(String prefix) {
		return RoutePath.isSupportedPrefix(prefix);
	}

	/** The routes that have a handler, in the order of their index. */
	List<Route> handled() {
		return this.handled;
	}

	/**
	 * The route for a request with a plain path; it may lead to the standard path.
	 */
	@Nullable Route find(RequestHead head) {
		byte[] bytes = head.bytes();
		int from = head.pathStart();
		int to = head.pathEnd();
		RouteNode literal = this.literals.get(bytes, from, to, head.pathHash());
		Route route = (literal != null) ? literal.route(head) : null;
		if (route == null && this.withVariables != null) {
			route = this.withVariables.find(head, bytes, from + 1, to);
		}
		return (route != null) ? route : this.prefixes.find(head, bytes, from, to);
	}

	/**
	 * Collects routes.
	 */
	public static final class Builder {

		private final List<Route> handled = new ArrayList<>();

		private final List<Route> standard = new ArrayList<>();

		private final List<Route> prefixes = new ArrayList<>();

		private final Map<String, Route> byKey = new HashMap<>();

		private Builder() {
		}

		/**
		 * Adds a route. One for GET does not take HEAD.
		 * @param method the request method
		 * @param path the path, see {@link FastPathRoutes#isSupported}
		 * @param maxContentLength the most bytes of content that a request may have;
		 * requests with more take the standard path. 0 to 16777216
		 * @param handler the handler
		 * @return this builder
		 * @throws IllegalArgumentException if the path is not supported, the length is
		 * out of its range, or a route with this method already matches the same paths
		 */
		public Builder route(HttpMethod method, String path, int maxContentLength, FastPathHandler handler) {
			if (maxContentLength < 0 || maxContentLength > MAX_CONTENT_LENGTH) {
				throw new IllegalArgumentException("'maxContentLength' must be in the range from 0 to "
						+ MAX_CONTENT_LENGTH + " but is " + maxContentLength);
			}
			add(method, RoutePath.of(path), maxContentLength, handler);
			return this;
		}

		private Route add(HttpMethod method, RoutePath path, int maxContentLength, FastPathHandler handler) {
			Objects.requireNonNull(handler, "handler");
			Route route = Route.to(handler, method, path, maxContentLength, this.handled.size());
			Route present = this.byKey.putIfAbsent(method + " " + route.path.shape(), route);
			if (present != null) {
				throw new IllegalArgumentException(
						"route '" + route + "' matches the same requests as route '" + present + "'");
			}
			this.handled.add(route);
			return route;
		}

		/**
		 * Adds a route for GET and one for HEAD to a handler that answers both, for
		 * requests without content.
		 * @param path the path, see {@link FastPathRoutes#isSupported}
		 * @param handler the handler
		 * @return this builder
		 * @throws IllegalArgumentException if the path is not supported, or a route for
		 * GET or HEAD already matches the same paths
		 */
		public Builder getAndHead(String path, FastPathHandler handler) {
			return route(HttpMethod.GET, path, 0, handler).route(HttpMethod.HEAD, path, 0, handler);
		}

		/**
		 * Adds a route for GET and one for HEAD to all paths that begin with a prefix and
		 * go on behind it, for requests without content. Every route without {@code **}
		 * that matches is preferred, and of two prefixes the longer one.
		 * @param prefix the prefix, see {@link FastPathRoutes#isSupportedPrefix}
		 * @param handler the handler
		 * @return this builder
		 * @throws IllegalArgumentException if the prefix is not supported, or there is a
		 * route with it already
		 */
		public Builder getAndHeadBelow(String prefix, FastPathHandler handler) {
			RoutePath path = RoutePath.below(prefix);
			this.prefixes.add(add(HttpMethod.GET, path, 0, handler));
			this.prefixes.add(add(HttpMethod.HEAD, path, 0, handler));
			return this;
		}

		/**
		 * Leaves the requests with this method that the path matches best to the standard
		 * path, whatever else was added.
		 * @param method the request method
		 * @param path the path, see {@link FastPathRoutes#isSupported}
		 * @return this builder
		 * @throws IllegalArgumentException if the path is not supported
		 */
		public Builder standard(HttpMethod method, String path) {
			this.standard.add(Route.standard(method, RoutePath.of(path)));
			return this;
		}

		/**
		 * Leaves the requests of all methods that the path matches best to the standard
		 * path, whatever else was added.
		 * @param path the path, see {@link FastPathRoutes#isSupported}
		 * @return this builder
		 * @throws IllegalArgumentException if the path is not supported
		 */
		public Builder standard(String path) {
			this.standard.add(Route.standard(null, RoutePath.of(path)));
			return this;
		}

		/**
		 * Builds the routes.
		 * @return the routes added so far
		 */
		public FastPathRoutes build() {
			RouteNodeBuilder literals = new RouteNodeBuilder();
			RouteNodeBuilder withVariables = new RouteNodeBuilder();
			for (List<Route> routes : List.of(this.standard, this.handled)) {
				for (Route route : routes) {
					if (this.prefixes.contains(route)) {
						continue;
					}
					if (route.path.isLiteral()) {
						literals.add(List.of(route.path.text()), route);
					}
					else {
						withVariables.add(route.path.segments(), route);
					}
				}
			}
			return new FastPathRoutes(List.copyOf(this.handled), new OctetTable(literals.literals()),
					withVariables.isEmpty() ? null : withVariables.build(), new PrefixRoutes(this.prefixes));
		}

	}

}
