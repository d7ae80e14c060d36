package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Routes to all paths that begin with a prefix. There are few of them, and they are
 * looked at when no other route was found, so they are tried one after the other.
 * Immutable.
 */
final class PrefixRoutes {

	/** The longest prefix first. */
	private final Entry[] entries;

	PrefixRoutes(List<Route> routes) {
		this.entries = routes.stream()
			.map(Entry::of)
			.sorted(Comparator.comparingInt((Entry entry) -> -entry.prefix().length))
			.toArray(Entry[]::new);
	}

	@Nullable Route find(RequestHead head, byte[] bytes, int from, int to) {
		for (Entry entry : this.entries) {
			byte[] prefix = entry.prefix();
			if (to - from > prefix.length && Arrays.equals(prefix, 0, prefix.length, bytes, from, from + prefix.length)
					&& entry.route().takes(head)) {
				return entry.route();
			}
		}
		return null;
	}

	private record Entry(byte[] prefix, Route route) {

		static Entry of(Route route) {
			String text = route.path.text();
			return new Entry(text.substring(0, text.indexOf('*')).getBytes(StandardCharsets.US_ASCII), route);
		}

	}

}
