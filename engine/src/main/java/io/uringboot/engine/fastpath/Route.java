package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * What a method and a path lead to: a handler, or the standard path.
 */
final class Route {

	/** Of a route to the standard path: it has no counters. */
	private static final int NO_INDEX = -1;

	final @Nullable HttpMethod method;

	final RoutePath path;

	final @Nullable FastPathHandler handler;

	final int maxContentLength;

	/** Position among the routes that have a handler. */
	final int index;

	private final byte @Nullable [] methodOctets;

	private final long methodCode;

	private final int[] variables;

	private final long specificity;

	/** What stands for this route and another one that match equally well. */
	private final Route ambiguous;

	private Route(@Nullable HttpMethod method, RoutePath path, @Nullable FastPathHandler handler, int maxContentLength,
			int index) {
		this.method = method;
		this.path = path;
		this.handler = handler;
		this.maxContentLength = maxContentLength;
		this.index = index;
		this.methodOctets = (method != null) ? method.name().getBytes(StandardCharsets.US_ASCII) : null;
		this.methodCode = (this.methodOctets != null) ? RequestHead.methodCode(this.methodOctets) : 0;
		this.variables = path.variables();
		this.specificity = path.specificity();
		this.ambiguous = (handler != null) ? standard(method, path) : this;
	}

	static Route to(FastPathHandler handler, HttpMethod method, RoutePath path, int maxContentLength, int index) {
		return new Route(method, path, handler, maxContentLength, index);
	}

	/** A route to the standard path; of all methods if none is given. */
	static Route standard(@Nullable HttpMethod method, RoutePath path) {
		return new Route(method, path, null, 0, NO_INDEX);
	}

	boolean takes(RequestHead head) {
		if (this.methodCode != 0) {
			return head.methodCode() == this.methodCode;
		}
		return this.methodOctets == null || head.methodIs(this.methodOctets);
	}

	int variableCount() {
		return this.variables.length;
	}

	/** The index of the segment that a variable stands for. */
	int segmentOf(int variable) {
		return this.variables[variable];
	}

	/**
	 * The one of two routes that Spring would choose. Where it would find them ambiguous
	 * the request is for the standard path, which says so.
	 */
	static @Nullable Route preferred(@Nullable Route one, @Nullable Route other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		if (one.specificity == other.specificity) {
			return one.ambiguous;
		}
		return (one.specificity < other.specificity) ? one : other;
	}

	@Override
	public String toString() {
		return ((this.method != null) ? this.method.name() : "*") + " " + this.path;
	}

}
