package io.uringboot.arena.data;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was changed of an item.
 *
 * @param id the number of the item
 * @param name its new name
 * @param price its new price
 * @param quantity its new quantity
 */
@JsonPropertyOrder({ "id", "name", "price", "quantity" })
public record ChangedItem(int id, String name, int price, int quantity) {

}
