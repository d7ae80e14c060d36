package io.uringboot.arena.data;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code /async-db}.
 *
 * @param items the items that were found
 * @param count how many they are
 */
@JsonPropertyOrder({ "items", "count" })
public record Items(List<Item> items, int count) {

	/**
	 * The answer where nothing was found, or nothing could be asked.
	 */
	public static final Items NONE = of(List.of());

	/**
	 * Make the answer.
	 * @param items the items that were found
	 * @return the items with their number
	 */
	public static Items of(List<Item> items) {
		return new Items(items, items.size());
	}

}
