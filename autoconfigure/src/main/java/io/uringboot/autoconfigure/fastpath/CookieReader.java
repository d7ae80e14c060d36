package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cookie, with the decoder that reactor-netty has for cookies.
 */
final class CookieReader implements ArgumentReader {

	private static final byte[] COOKIE = "cookie".getBytes(StandardCharsets.US_ASCII);

	private final NamedValue value;

	private final ValueConversion conversion;

	CookieReader(NamedValue value, ValueConversion conversion) {
		this.value = value;
		this.conversion = conversion;
	}

	@Override
	public @Nullable Object read(FastPathExchange exchange, Negotiated negotiated) {
		RequestHead head = exchange.head();
		int index = head.indexOfField(COOKIE, 0);
		if (index < 0) {
			return this.value.absent();
		}
		if (head.indexOfField(COOKIE, index + 1) >= 0) {
			return DECLINED;
		}
		Cookie found = null;
		for (Cookie cookie : ServerCookieDecoder.STRICT.decodeAll(head.fieldValue(index))) {
			if (cookie.name().equals(this.value.name())) {
				if (found != null) {
					return DECLINED;
				}
				found = cookie;
			}
		}
		if (found == null) {
			return this.value.absent();
		}
		String text = found.value();
		return (text.isEmpty() && this.value.isDefaulted()) ? this.value.absent() : this.conversion.convert(text);
	}

}
