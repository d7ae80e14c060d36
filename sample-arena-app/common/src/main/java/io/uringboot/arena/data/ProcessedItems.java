package io.uringboot.arena.data;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code /json/{count}}.
 *
 * @param items the first items of the data set
 * @param count how many they are
 */
@JsonPropertyOrder({ "items", "count" })
public record ProcessedItems(List<ProcessedItem> items, int count) {

}
