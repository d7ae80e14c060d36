package io.uringboot.engine.fastpath;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request as names and values, in their order, as Spring WebFlux takes it
 * apart: parameters are separated by ampersands, empty ones and those without a name are
 * skipped, names and values are decoded as UTF-8 from percent-encoding with a plus sign
 * for a space. Nothing is decoded before it is asked for.
 * <p>
 * Valid until the handler returns, on the event loop only. Parameters are addressed by
 * index, so that a handler sees whether there are several with one name.
 */
public final class QueryParameters {

	private static final int NAME = 0;

	private static final int NAME_END = 1;

	private static final int VALUE = 2;

	private static final int VALUE_END = 3;

	private static final int ENCODED = 4;

	private static final int OFFSETS = 5;

	private static final int NAME_ENCODED = 1;

	private static final int VALUE_ENCODED = 2;

	/** In place of {@link #VALUE} where not even an equals sign follows the name. */
	private static final int NO_VALUE = -1;

	/** Parameters that there is room for in the beginning. */
	private static final int USUAL = 8;

	/** Parameters that the room is kept for when the request is done. */
	private static final int KEPT = 64;

	private static final byte[] NOTHING = new byte[0];

	private byte[] bytes = NOTHING;

	private int[] offsets = new int[USUAL * OFFSETS];

	private int count;

	QueryParameters() {
	}

	void read(RequestHead head) {
		this.bytes = head.bytes();
		this.count = 0;
		int index = head.queryStart();
		int end = head.queryEnd();
		while (index < end) {
			byte octet = this.bytes[index];
			index = (octet == '&' || octet == '=') ? index + 1 : parameter(index, end);
		}
	}

	/** So that a connection does not keep what one long query needed. */
	void clear() {
		this.bytes = NOTHING;
		this.count = 0;
		if (this.offsets.length > KEPT * OFFSETS) {
			this.offsets = new int[USUAL * OFFSETS];
		}
	}

	private int parameter(int from, int to) {
		byte[] bytes = this.bytes;
		int encoded = 0;
		int index = from;
		while (index < to && bytes[index] != '&' && bytes[index] != '=') {
			encoded |= isEncoded(bytes[index++]) ? NAME_ENCODED : 0;
		}
		int nameEnd = index;
		int value = NO_VALUE;
		if (index < to && bytes[index] == '=') {
			value = ++index;
			while (index < to && bytes[index] != '&') {
				encoded |= isEncoded(bytes[index++]) ? VALUE_ENCODED : 0;
			}
		}
		add(from, nameEnd, value, index, encoded);
		return index;
	}

	private static boolean isEncoded(byte octet) {
		return octet == '%' || octet == '+';
	}

	private void add(int name, int nameEnd, int value, int valueEnd, int encoded) {
		int base = this.count++ * OFFSETS;
		if (base == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, base * 2);
		}
		this.offsets[base + NAME] = name;
		this.offsets[base + NAME_END] = nameEnd;
		this.offsets[base + VALUE] = value;
		this.offsets[base + VALUE_END] = valueEnd;
		this.offsets[base + ENCODED] = encoded;
	}

	/**
	 * How many parameters there are.
	 * @return the number of parameters
	 */
	public int count() {
		return this.count;
	}

	/**
	 * Finds a parameter by name.
	 * @param name the decoded name in UTF-8
	 * @param from the index of the first parameter to look at
	 * @return the index of the parameter, -1 if there is none (any more)
	 */
	public int indexOf(byte[] name, int from) {
		for (int i = from; i < this.count; i++) {
			if (isNamed(i, name)) {
				return i;
			}
		}
		return -1;
	}

	private boolean isNamed(int index, byte[] name) {
		int base = index * OFFSETS;
		if ((this.offsets[base + ENCODED] & NAME_ENCODED) != 0) {
			return Arrays.equals(name, name(index).getBytes(StandardCharsets.UTF_8));
		}
		return Arrays.equals(this.bytes, this.offsets[base + NAME], this.offsets[base + NAME_END], name, 0,
				name.length);
	}

	/**
	 * The name of a parameter.
	 * @param index the index of the parameter
	 * @return its decoded name
	 */
	public String name(int index) {
		int base = index * OFFSETS;
		return text(this.offsets[base + NAME], this.offsets[base + NAME_END],
				(this.offsets[base + ENCODED] & NAME_ENCODED) != 0);
	}

	/**
	 * The value of a parameter.
	 * @param index the index of the parameter
	 * @return its decoded value, empty after an equals sign with nothing behind it, null
	 * without an equals sign
	 */
	public @Nullable String value(int index) {
		int base = index * OFFSETS;
		if (this.offsets[base + VALUE] == NO_VALUE) {
			return null;
		}
		return text(this.offsets[base + VALUE], this.offsets[base + VALUE_END],
				(this.offsets[base + ENCODED] & VALUE_ENCODED) != 0);
	}

	/**
	 * The value of a parameter as an {@code int}.
	 * @param index the index of the parameter
	 * @return the number, or {@link FastPathExchange#NOT_PLAIN} if there is no value or
	 * one that is not a decimal number of that range
	 */
	public long intValue(int index) {
		int base = index * OFFSETS;
		return (this.offsets[base + VALUE] == NO_VALUE) ? FastPathExchange.NOT_PLAIN
				: PlainNumber.parseInt(this.bytes, this.offsets[base + VALUE], this.offsets[base + VALUE_END]);
	}

	/**
	 * The value of a parameter as a {@code long}.
	 * @param index the index of the parameter
	 * @return the number, or {@link FastPathExchange#NOT_PLAIN} if there is no value or
	 * one that is not a decimal number of at most 18 digits
	 */
	public long longValue(int index) {
		int base = index * OFFSETS;
		return (this.offsets[base + VALUE] == NO_VALUE) ? FastPathExchange.NOT_PLAIN
				: PlainNumber.parseLong(this.bytes, this.offsets[base + VALUE], this.offsets[base + VALUE_END]);
	}

	private String text(int from, int to, boolean encoded) {
		String text = new String(this.bytes, from, to - from, StandardCharsets.ISO_8859_1);
		return encoded ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
	}

}
