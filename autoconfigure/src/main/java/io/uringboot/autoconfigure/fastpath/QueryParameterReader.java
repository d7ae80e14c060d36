package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.fastpath.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query parameter. Where it occurs several times, WebFlux makes a list of it, and
 * where it is missing it looks for its name with brackets: both are left to it.
 */
final class QueryParameterReader implements ArgumentReader {

	private final NamedValue value;

	private final byte[] name;

	private final byte[] nameWithBrackets;

	private final ValueConversion conversion;

	QueryParameterReader(NamedValue value, ValueConversion conversion) {
		this.value = value;
		this.name = value.octets();
		this.nameWithBrackets = (value.name() + "[]").getBytes(StandardCharsets.UTF_8);
		this.conversion = conversion;
	}

	@Override
	public @Nullable Object read(FastPathExchange exchange, Negotiated negotiated) {
		QueryParameters query = exchange.query();
		int index = query.indexOf(this.name, 0);
		if (index < 0) {
			return (query.indexOf(this.nameWithBrackets, 0) >= 0) ? DECLINED : this.value.absent();
		}
		if (query.indexOf(this.name, index + 1) >= 0) {
			return DECLINED;
		}
		if (this.conversion.isInt() || this.conversion.isLong()) {
			Object number = this.conversion
				.number(this.conversion.isInt() ? query.intValue(index) : query.longValue(index));
			if (number != DECLINED) {
				return number;
			}
		}
		String text = query.value(index);
		if (text == null) {
			return DECLINED;
		}
		return (text.isEmpty() && this.value.isDefaulted()) ? this.value.absent() : this.conversion.convert(text);
	}

}
