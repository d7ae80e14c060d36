package io.uringboot.bench.soak;

import java.time.Duration;
import java.util.List;

import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.profile.Profile;

/**
 * What a soak consists of.
 *
 * @param profiles the loads, in this order
 * @param rounds how often all of them
 * @param seconds length of a load
 * @param connections connection counts that each profile is loaded with, at most
 * @param pinning who runs where
 * @param settling how long the server may take to close its connections after a load
 */
record SoakSettings(List<Profile> profiles, int rounds, int seconds, List<Integer> connections, Pinning pinning,
		Duration settling) {
}
