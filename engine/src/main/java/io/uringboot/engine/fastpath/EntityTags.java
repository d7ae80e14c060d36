package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Entity tags (RFC 9110 §8.8.3) and lists of them, as octets.
 */
final class EntityTags {

	/** Bytes of the digest that a tag is made of. */
	private static final int DIGEST_LENGTH = 16;

	private EntityTags() {
	}

	/** A strong tag for a representation with the given metadata and content. */
	static String of(String metadata, byte[] content) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(metadata.getBytes(StandardCharsets.UTF_8));
			byte[] hash = digest.digest(content);
			return '"' + HexFormat.of().formatHex(hash, 0, DIGEST_LENGTH) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex); // every Java platform has it
		}
	}

	/** Whether the octets are one entity tag and nothing else. */
	static boolean isEntityTag(byte[] bytes) {
		return bytes.length > 0 && endOfTag(bytes, 0, bytes.length) == bytes.length;
	}

	/**
	 * Whether a field value, {@code *} or a list, matches the tag of the current
	 * representation. What follows something malformed is not looked at.
	 * @param tag the tag, or nothing where the representation has none
	 * @param weak whether to compare weakly (RFC 9110 §8.8.3.2)
	 */
	static boolean matches(byte[] bytes, int from, int to, byte[] tag, boolean weak) {
		if (to - from == 1 && bytes[from] == '*') {
			return true;
		}
		int index = from;
		while (true) {
			while (index < to && (bytes[index] == ',' || isBlank(bytes[index]))) {
				index++;
			}
			int end = endOfTag(bytes, index, to);
			if (end < 0) {
				return false;
			}
			if (isSame(bytes, index, end, tag, weak)) {
				return true;
			}
			index = end;
			while (index < to && isBlank(bytes[index])) {
				index++;
			}
			if (index == to || bytes[index] != ',') {
				return false;
			}
		}
	}

	private static boolean isSame(byte[] bytes, int from, int to, byte[] tag, boolean weak) {
		boolean oneWeak = isWeak(bytes, from, to);
		boolean otherWeak = isWeak(tag, 0, tag.length);
		if (!weak && (oneWeak || otherWeak)) {
			return false;
		}
		int opaque = oneWeak ? from + 2 : from;
		int otherOpaque = otherWeak ? 2 : 0;
		return Arrays.equals(bytes, opaque, to, tag, otherOpaque, tag.length);
	}

	private static boolean isWeak(byte[] bytes, int from, int to) {
		return to - from > 2 && bytes[from] == 'W' && bytes[from + 1] == '/';
	}

	/** {@code [ "W/" ] DQUOTE *etagc DQUOTE}; -1 if there is no such thing. */
	private static int endOfTag(byte[] bytes, int from, int to) {
		int index = isWeak(bytes, from, to) ? from + 2 : from;
		if (index >= to || bytes[index] != '"') {
			return -1;
		}
		index++;
		while (index < to && isTagCharacter(bytes[index])) {
			index++;
		}
		return (index < to && bytes[index] == '"') ? index + 1 : -1;
	}

	/**
	 * {@code etagc}: visible octets but the double quote; those from 0x80 are negative.
	 */
	private static boolean isTagCharacter(byte octet) {
		return octet < 0 || (octet > ' ' && octet != '"' && octet != 0x7f);
	}

	private static boolean isBlank(byte octet) {
		return octet == ' ' || octet == '\t';
	}

}
