package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerConfig;

/**
 * What the codecs of one server have in common.
 */
final class Http1Settings {

	private static final byte[] NO_FIELD = new byte[0];

	private final HttpLimits limits;

	private final byte[] serverField;

	private final @Nullable Supplier<InPlaceResponder> responders;

	private final int maxKeepAliveRequests;

	private final boolean idleTimeout;

	private final RequestTimeouts requestTimeouts;

	private final DateField date = new DateField();

	Http1Settings(HttpLimits limits, @Nullable String server, @Nullable Supplier<InPlaceResponder> responders,
			Duration requestTimeout, HttpServerConfig config) {
		this.limits = limits;
		this.serverField = (server != null) ? ("Server: " + server + "\r\n").getBytes(StandardCharsets.ISO_8859_1)
				: NO_FIELD;
		this.responders = responders;
		this.maxKeepAliveRequests = config.maxKeepAliveRequests();
		this.idleTimeout = config.idleTimeout() != null;
		this.requestTimeouts = new RequestTimeouts(requestTimeout.toNanos());
	}

	HttpLimits limits() {
		return this.limits;
	}

	/** The {@code Server} field line, or nothing. */
	byte[] serverField() {
		return this.serverField;
	}

	/** The value of the {@code Date} field. */
	byte[] date() {
		return this.date.octets();
	}

	@Nullable InPlaceResponder newResponder() {
		return (this.responders != null) ? this.responders.get() : null;
	}

	/** At most so many requests on a connection; -1 for no limit. */
	int maxKeepAliveRequests() {
		return this.maxKeepAliveRequests;
	}

	boolean idleTimeout() {
		return this.idleTimeout;
	}

	RequestTimeouts requestTimeouts() {
		return this.requestTimeouts;
	}

}
