package io.uringboot.bench.peers.quarkus;

import java.util.List;

/**
 * An item of the data set.
 */
public record Item(int id, String name, String category, int price, int quantity, boolean active, List<String> tags,
		Rating rating) {

	ProcessedItem process(int multiplier) {
		return new ProcessedItem(this.id, this.name, this.category, this.price, this.quantity, this.active, this.tags,
				this.rating, (long) this.price * this.quantity * multiplier);
	}

}
