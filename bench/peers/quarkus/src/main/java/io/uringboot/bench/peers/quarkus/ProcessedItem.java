package io.uringboot.bench.peers.quarkus;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An item as it is sent, with price × quantity × multiplier as its total.
 */
@JsonPropertyOrder({ "id", "name", "category", "price", "quantity", "active", "tags", "rating", "total" })
public record ProcessedItem(int id, String name, String category, int price, int quantity, boolean active,
		List<String> tags, Rating rating, long total) {
}
