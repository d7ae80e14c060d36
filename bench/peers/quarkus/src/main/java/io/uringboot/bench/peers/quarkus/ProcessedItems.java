package io.uringboot.bench.peers.quarkus;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code /json/{count}}.
 */
@JsonPropertyOrder({ "items", "count" })
public record ProcessedItems(List<ProcessedItem> items, int count) {
}
