package io.uringboot.arena.data;

import java.util.List;

/**
 * The body that creates an item. Fields that it does not know are passed over.
 *
 * @param id the number of the item
 * @param name its name
 * @param category the category it is sold in
 * @param price its price
 * @param quantity how many there are
 */
public record NewItem(int id, String name, String category, int price, int quantity) {

	private static final List<String> TAGS = List.of("bench");

	public NewItem {
		StoredText.check("name", name);
		StoredText.check("category", category);
	}

	/**
	 * The item that is stored: what the body does not say is the same for all.
	 * @return the item
	 */
	public Item toItem() {
		return new Item(this.id, this.name, this.category, this.price, this.quantity, true, TAGS, new Rating(0, 0));
	}

}
