package io.uringboot.arena.data;

import java.util.List;

/**
 * An item of the data set.
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
public record Item(int id, String name, String category, int price, int quantity, boolean active, List<String> tags,
		Rating rating) {

}
