package io.uringboot.arena.data;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What buyers think of an item.
 *
 * @param score their mean score
 * @param count how many of them gave one
 */
@JsonPropertyOrder({ "score", "count" })
public record Rating(int score, int count) {

}
