package io.uringboot.engine.files;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which of the codings that files may have a client accepts, the preferred one first:
 * what {@code Accept-Encoding} (RFC 9110 §12.5.3) comes down to.
 */
public enum AcceptedCodings {

	/** The file as it is. */
	NONE,

	/** Brotli only. */
	BR(ContentCoding.BR),

	/** gzip only. */
	GZIP(ContentCoding.GZIP),

	/** Rather brotli than gzip. */
	BR_GZIP(ContentCoding.BR, ContentCoding.GZIP),

	/** Rather gzip than brotli. */
	GZIP_BR(ContentCoding.GZIP, ContentCoding.BR);

	private static final int MAX_WEIGHT = 1000;

	private final List<ContentCoding> codings;

	AcceptedCodings(ContentCoding... codings) {
		this.codings = List.of(codings);
	}

	/**
	 * The codings, the preferred one first.
	 * @return the codings
	 */
	public List<ContentCoding> codings() {
		return this.codings;
	}

	/**
	 * A value of {@code Accept-Encoding} that says the same.
	 * @return the value, empty for {@link #NONE}
	 */
	public String fieldValue() {
		return this.codings.stream().map(ContentCoding::token).collect(Collectors.joining(", "));
	}

	/**
	 * Reads the field. The higher weight is preferred; of equal ones the coding that is
	 * named first, as Spring's resolver does, which knows no weights. The plain file is
	 * preferred where {@code identity} is named with a higher weight. A {@code *} names
	 * no coding: it is not a reason to send one.
	 * @param value the value of the field, its lines joined by commas; null for no field
	 * @return the codings, or null if the value is malformed
	 */
	public static @Nullable AcceptedCodings parse(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return NONE;
		}
		int[] weights = new int[ContentCoding.values().length];
		int[] places = new int[weights.length];
		int identity = 0;
		int place = 0;
		int from = 0;
		while (from <= value.length()) {
			int comma = value.indexOf(',', from);
			int to = (comma >= 0) ? comma : value.length();
			int semicolon = value.indexOf(';', from);
			boolean weighted = semicolon >= 0 && semicolon < to;
			int weight = weighted ? weight(value.substring(semicolon + 1, to)) : MAX_WEIGHT;
			String token = value.substring(from, weighted ? semicolon : to).trim().toLowerCase(Locale.ROOT);
			if (weight < 0 || (token.isEmpty() && weighted)) {
				return null;
			}
			if (token.equals("identity")) {
				identity = weight;
			}
			for (ContentCoding coding : ContentCoding.values()) {
				if (coding.token().equals(token) && places[coding.ordinal()] == 0) {
					weights[coding.ordinal()] = weight;
					places[coding.ordinal()] = ++place;
				}
			}
			from = to + 1;
		}
		return of(weights, places, identity);
	}

	private static AcceptedCodings of(int[] weights, int[] places, int identity) {
		List<ContentCoding> accepted = Arrays.stream(ContentCoding.values())
			.filter((coding) -> weights[coding.ordinal()] > 0 && weights[coding.ordinal()] >= identity)
			.sorted(Comparator.comparingInt((ContentCoding coding) -> -weights[coding.ordinal()])
				.thenComparingInt((coding) -> places[coding.ordinal()]))
			.toList();
		for (AcceptedCodings candidate : values()) {
			if (candidate.codings.equals(accepted)) {
				return candidate;
			}
		}
		throw new IllegalStateException("no constant for " + accepted);
	}

	/**
	 * The weight in thousandths (RFC 9110 §12.4.2), or -1 if it is malformed.
	 */
	private static int weight(String parameter) {
		String text = parameter.trim();
		if (text.length() < 3 || text.length() > 7 || Character.toLowerCase(text.charAt(0)) != 'q'
				|| text.charAt(1) != '=') {
			return -1;
		}
		int weight = Character.digit(text.charAt(2), 2) * MAX_WEIGHT;
		if (weight < 0 || (text.length() > 3 && text.charAt(3) != '.')) {
			return -1;
		}
		int unit = MAX_WEIGHT / 10;
		for (int i = 4; i < text.length(); i++, unit /= 10) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			weight += digit * unit;
		}
		return (weight <= MAX_WEIGHT) ? weight : -1;
	}

}
