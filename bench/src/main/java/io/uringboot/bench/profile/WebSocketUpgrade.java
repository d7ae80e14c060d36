package io.uringboot.bench.profile;

import java.util.Locale;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import org.jspecify.annotations.Nullable;

/**
 * The request that makes a connection a WebSocket (RFC 6455, section 4). The key and its
 * accept value are the example of section 1.3; the check before measuring takes random
 * ones.
 */
public final class WebSocketUpgrade {

	/**
	 * The request target.
	 */
	public static final String TARGET = "/ws";

	/**
	 * The key.
	 */
	public static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

	/**
	 * The accept value that belongs to it.
	 */
	public static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

	private WebSocketUpgrade() {
	}

	/**
	 * Returns the exchange for a key.
	 * @param key the key
	 * @param accept the accept value that belongs to it
	 * @return the exchange
	 */
	public static Exchange exchange(String key, String accept) {
		return new Exchange("upgrade",
				Request.get(TARGET, new HeaderField("Upgrade", "websocket"), new HeaderField("Connection", "Upgrade"),
						new HeaderField("Sec-WebSocket-Key", key), new HeaderField("Sec-WebSocket-Version", "13")),
				Expectation.status(101)
					.and(WebSocketUpgrade::upgradeFault)
					.and(Expectation.field("Sec-WebSocket-Accept", accept)));
	}

	/**
	 * Returns the request without the upgrade, which must be refused.
	 * @return the exchange
	 */
	public static Exchange plain() {
		return new Exchange("plain", Request.get(TARGET, new HeaderField("Connection", "keep-alive")),
				(answer) -> (answer.status() / 100 == 4) ? null
						: "status " + answer.status() + " instead of 4xx without an upgrade");
	}

	private static @Nullable String upgradeFault(Answer answer) {
		boolean upgraded = "websocket".equalsIgnoreCase(answer.field("Upgrade"))
				&& String.valueOf(answer.field("Connection")).toLowerCase(Locale.ROOT).contains("upgrade");
		return upgraded ? null : "no upgrade to websocket";
	}

}
