package io.uringboot.engine.fastpath;

import java.util.Map;

import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of paths: the routes that end here, one a method, and what follows
 * as the next segment. Immutable.
 */
final class RouteNode {

	/** Those to the standard path come first. */
	private final Route[] routes;

	private final OctetTable literals;

	private final @Nullable RouteNode variable;

	RouteNode(Route[] routes, Map<String, RouteNode> literals, @Nullable RouteNode variable) {
		this.routes = routes;
		this.literals = new OctetTable(literals);
		this.variable = variable;
	}

	/** The route that ends here and takes the request's method. */
	@Nullable Route route(RequestHead head) {
		for (Route route : this.routes) {
			if (route.takes(head)) {
				return route;
			}
		}
		return null;
	}

	/**
	 * Finds the preferred one of all routes below that take the request.
	 * @param from the index of the first octet of the segment that follows this node
	 * @param to the index behind the path
	 */
	@Nullable Route find(RequestHead head, byte[] bytes, int from, int to) {
		int end = from;
		int hash = 0;
		while (end < to && bytes[end] != '/') {
			hash = 31 * hash + bytes[end++];
		}
		RouteNode literal = this.literals.get(bytes, from, end, hash);
		RouteNode variable = (end > from) ? this.variable : null;
		boolean last = end == to;
		Route viaLiteral = (literal != null) ? literal.routeAt(head, bytes, end, last, to) : null;
		Route viaVariable = (variable != null) ? variable.routeAt(head, bytes, end, last, to) : null;
		return Route.preferred(viaLiteral, viaVariable);
	}

	private @Nullable Route routeAt(RequestHead head, byte[] bytes, int slash, boolean last, int to) {
		return last ? route(head) : find(head, bytes, slash + 1, to);
	}

}
