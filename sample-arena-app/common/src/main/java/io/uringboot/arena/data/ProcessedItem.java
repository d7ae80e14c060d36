package io.uringboot.arena.data;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An item with its total, as it is sent. The order of the fields is part of the contract;
 * the mapper would sort them by name.
 *
 * @param id its number, from 1
 * @param name its name
 * @param category the category it is sold in
 * @param price its price, a whole number
 * @param quantity how many there are
 * @param active whether it is on sale
 * @param tags words to find it by
 * @param rating what buyers think of it
 * @param total price times quantity times the multiplier of the request
 */
@JsonPropertyOrder({ "id", "name", "category", "price", "quantity", "active", "tags", "rating", "total" })
public record ProcessedItem(int id, String name, String category, int price, int quantity, boolean active,
		List<String> tags, Rating rating, long total) {

	static ProcessedItem of(Item item, int multiplier) {
		// 64 bits: the product of three 32-bit numbers of this data set always fits
		long total = (long) item.price() * item.quantity() * multiplier;
		return new ProcessedItem(item.id(), item.name(), item.category(), item.price(), item.quantity(), item.active(),
				item.tags(), item.rating(), total);
	}

}
