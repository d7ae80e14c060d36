package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.uringboot.engine.http1.RequestHead;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.web.server.adapter.HttpWebHandlerAdapter;

/**
 * What a request must not be, apart from what its route says, because something on the
 * standard path looks at it.
 */
final class RequestConditions {

	/** Its level decides whether WebFlux logs each request; it may change at run time. */
	private static final Log requestLog = LogFactory.getLog(HttpWebHandlerAdapter.class);

	private static final List<byte[]> PRECONDITIONS = names("if-none-match", "if-modified-since", "if-match",
			"if-unmodified-since");

	private static final List<byte[]> FORWARDED = names("forwarded", "x-forwarded-for", "x-forwarded-host",
			"x-forwarded-port", "x-forwarded-proto", "x-forwarded-prefix");

	private final boolean forwarded;

	private final boolean preconditions;

	/**
	 * Create conditions.
	 * @param forwarded whether the server reads the fields that proxies set, and refuses
	 * malformed ones
	 * @param preconditions whether the result is subject to preconditions
	 */
	RequestConditions(boolean forwarded, boolean preconditions) {
		this.forwarded = forwarded;
		this.preconditions = preconditions;
	}

	private static List<byte[]> names(String... names) {
		return List.of(names).stream().map((name) -> name.getBytes(StandardCharsets.US_ASCII)).toList();
	}

	boolean areMet(RequestHead head) {
		return !requestLog.isDebugEnabled() && !(this.forwarded && hasAny(head, FORWARDED))
				&& !(this.preconditions && hasAny(head, PRECONDITIONS));
	}

	private static boolean hasAny(RequestHead head, List<byte[]> names) {
		for (byte[] name : names) {
			if (head.indexOfField(name, 0) >= 0) {
				return true;
			}
		}
		return false;
	}

}
