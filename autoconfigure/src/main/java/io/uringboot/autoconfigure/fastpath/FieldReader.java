package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header field that has one field line; of several WebFlux makes a list.
 */
final class FieldReader implements ArgumentReader {

	private final NamedValue value;

	private final byte[] name;

	private final ValueConversion conversion;

	FieldReader(NamedValue value, ValueConversion conversion) {
		this.value = value;
		this.name = value.lowerCaseOctets();
		this.conversion = conversion;
	}

	@Override
	public @Nullable Object read(FastPathExchange exchange, Negotiated negotiated) {
		RequestHead head = exchange.head();
		int index = head.indexOfField(this.name, 0);
		if (index < 0) {
			return this.value.absent();
		}
		if (head.indexOfField(this.name, index + 1) >= 0) {
			return DECLINED;
		}
		String text = head.fieldValue(index);
		return (text.isEmpty() && this.value.isDefaulted()) ? this.value.absent() : this.conversion.convert(text);
	}

}
