package io.uringboot.bench.peers.quarkus;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What buyers think of an item.
 */
@JsonPropertyOrder({ "score", "count" })
public record Rating(int score, int count) {
}
