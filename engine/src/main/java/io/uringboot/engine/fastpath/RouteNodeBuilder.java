package io.uringboot.engine.fastpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Grows the tree that {@link RouteNode} is the fixed form of.
 */
final class RouteNodeBuilder {

	private final List<Route> routes = new ArrayList<>();

	private final Map<String, RouteNodeBuilder> literals = new HashMap<>();

	private @Nullable RouteNodeBuilder variable;

	/** Adds a route under the given segments; the order counts for routes of one path. */
	void add(List<String> segments, Route route) {
		RouteNodeBuilder node = this;
		for (String segment : segments) {
			node = RoutePath.isVariable(segment) ? node.variable()
					: node.literals.computeIfAbsent(segment, (key) -> new RouteNodeBuilder());
		}
		node.routes.add(route);
	}

	private RouteNodeBuilder variable() {
		if (this.variable == null) {
			this.variable = new RouteNodeBuilder();
		}
		return this.variable;
	}

	boolean isEmpty() {
		return this.literals.isEmpty() && this.variable == null;
	}

	Map<String, RouteNode> literals() {
		return this.literals.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().build()));
	}

	RouteNode build() {
		return new RouteNode(this.routes.toArray(Route[]::new), literals(),
				(this.variable != null) ? this.variable.build() : null);
	}

}
