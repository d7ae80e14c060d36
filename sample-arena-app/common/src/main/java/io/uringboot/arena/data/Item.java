package io.uringboot.arena.data;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An item of the data set or of the database.
 *
 * @param id its number, from 1
 * @param name its name
 * @param category the category it is sold in
 * @param price its price, a whole number
 * @param quantity how many there are
 * @param active whether it is on sale
 * @param tags words to find it by
 * @param rating what buyers think of it
 */
@JsonPropertyOrder({ "id", "name", "category", "price", "quantity", "active", "tags", "rating" })
public record Item(int id, String name, String category, int price, int quantity, boolean active, List<String> tags,
		Rating rating) {

}
