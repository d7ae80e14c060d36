package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Hash table from US-ASCII octets to nodes, with open addressing and at most half full.
 * The hash is {@link String#hashCode()} of the same text, which the request parser
 * computes for a path in passing. Immutable.
 */
final class OctetTable {

	/** Spreads the hash to the upper bits: 2^32 divided by the golden ratio. */
	private static final int SPREAD = 0x9E3779B9;

	private final @Nullable Entry[] entries;

	private final int shift;

	OctetTable(Map<String, RouteNode> nodes) {
		int bits = 33 - Integer.numberOfLeadingZeros(nodes.size());
		this.shift = 32 - bits;
		this.entries = new Entry[1 << bits];
		nodes.forEach(this::put);
	}

	private void put(String key, RouteNode node) {
		int slot = slot(key.hashCode());
		while (this.entries[slot] != null) {
			slot = next(slot);
		}
		this.entries[slot] = new Entry(key, node);
	}

	@Nullable RouteNode get(byte[] bytes, int from, int to, int hash) {
		int slot = slot(hash);
		Entry entry = this.entries[slot];
		while (entry != null) {
			if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, bytes, from, to)) {
				return entry.node;
			}
			slot = next(slot);
			entry = this.entries[slot];
		}
		return null;
	}

	private int slot(int hash) {
		return hash * SPREAD >>> this.shift;
	}

	private int next(int slot) {
		return slot + 1 & this.entries.length - 1;
	}

	private static final class Entry {

		private final int hash;

		private final byte[] key;

		private final RouteNode node;

		private Entry(String key, RouteNode node) {
			this.hash = key.hashCode();
			this.key = key.getBytes(StandardCharsets.US_ASCII);
			this.node = node;
		}

	}

}
