package io.uringboot.bench.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.uringboot.bench.generator.Generators;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.profile.Ports;
import io.uringboot.bench.profile.Profile;

/**
 * What to compare and how.
 *
 * @param servers the servers
 * @param reference name of the server that ratios are against
 * @param profiles the loads
 * @param rounds how often everything is measured
 * @param seconds length of a measured window
 * @param warmUpSeconds length of the same load before it; 0 for none
 * @param cold whether every profile gets a fresh process and no warm-up
 * @param pinning who runs where
 * @param generators the load generators
 * @param javaOptions flags of the servers' virtual machines, given to all alike
 * @param ports the ports the servers listen on
 * @param prepareBound bound of the first start, which may build the server
 * @param startBound bound of every other start
 * @param folder where report and logs go
 * @param projectDirectory the project's top folder
 */
record Settings(List<ServerDefinition> servers, String reference, List<Profile> profiles, int rounds, int seconds,
		int warmUpSeconds, boolean cold, Pinning pinning, Generators generators, String javaOptions, Ports ports,
		Duration prepareBound, Duration startBound, Path folder, Path projectDirectory) {
}
