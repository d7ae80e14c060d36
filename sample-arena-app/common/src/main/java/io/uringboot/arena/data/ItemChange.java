package io.uringboot.arena.data;

/**
 * The body that changes an item. Fields that it does not know are passed over: the
 * arena's load sends the category too.
 *
 * @param name the new name
 * @param price the new price
 * @param quantity the new quantity
 */
public record ItemChange(String name, int price, int quantity) {

	public ItemChange {
		StoredText.check("name", name);
	}

	/**
	 * The answer once the change is made.
	 * @param id the number of the item
	 * @return the fields that were changed
	 */
	public ChangedItem of(int id) {
		return new ChangedItem(id, this.name, this.price, this.quantity);
	}

}
