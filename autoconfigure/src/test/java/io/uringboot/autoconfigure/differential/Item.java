package io.uringboot.autoconfigure.differential;

import java.util.List;

/**
 * A record as content.
 *
 * @param id a number
 * @param name a text, which may be {@code null}
 * @param price a fraction
 * @param tags a list, which may be {@code null}
 */
record Item(int id, String name, double price, List<String> tags) {

	static Item of(int id) {
		return new Item(id, "item " + id + " \u00fc\u20ac", id / 4.0, List.of("a", "\"b\""));
	}

}
