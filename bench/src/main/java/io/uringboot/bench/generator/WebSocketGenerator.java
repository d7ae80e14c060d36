package io.uringboot.bench.generator;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;
import io.uringboot.bench.websocket.WebSocketLoad;
import org.jspecify.annotations.Nullable;

/**
 * The project's own {@link WebSocketLoad}, in a virtual machine of its own.
 */
final class WebSocketGenerator implements Generator {

	@Override
	public String name() {
		return "websocket";
	}

	@Override
	public @Nullable String refusal(Profile profile) {
		if (profile.transport() != Transport.WEBSOCKET) {
			return "the WebSocket generator sends WebSocket messages only";
		}
		if (profile.rate() > 0) {
			return "the WebSocket generator keeps no rate";
		}
		return (profile.requestsPerConnection() > 0) ? "the WebSocket generator does not reconnect" : null;
	}

	@Override
	public String remark(Profile profile) {
		return "the project's own, in Java: slower than one in C while cold; masks are constant; "
				+ "every echo is compared; times of every message";
	}

	@Override
	public String beginning() {
		return WebSocketLoad.BEGINNING;
	}

	@Override
	public List<String> command(Load load) {
		Stream<String> program = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-Xms256m", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				WebSocketLoad.class.getName());
		Profile profile = load.profile();
		Stream<String> numbers = IntStream
			.of(load.port(), profile.connections(), profile.pipelineDepth(), load.seconds(), load.threads())
			.mapToObj(Integer::toString);
		return Stream.concat(program, numbers).toList();
	}

	@Override
	public LoadResult parse(Load load, String output) throws GeneratorException {
		return ResultLine.parse(name(), "websocket, Java " + Runtime.version().feature(), output);
	}

}
