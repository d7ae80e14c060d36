package io.uringboot.arena.data;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code /crud/items}.
 *
 * @param items the items of the page
 * @param total how many they are: the arena's contract wants no second query that counts
 * all
 * @param page the number of the page, from 1
 * @param limit how many items a page may have
 */
@JsonPropertyOrder({ "items", "total", "page", "limit" })
public record ItemPage(List<Item> items, int total, int page, int limit) {

	/**
	 * Make the answer.
	 * @param items the items of the page
	 * @param window which page they are
	 * @return the page
	 */
	public static ItemPage of(List<Item> items, PageWindow window) {
		return new ItemPage(items, items.size(), window.page(), window.limit());
	}

}
