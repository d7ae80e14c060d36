package io.uringboot.bench.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;
import io.uringboot.bench.profile.WebSocketUpgrade;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * gcannon, the arena's own HTTP/1.1 generator on io_uring. A connection keeps one of the
 * requests until it reconnects.
 */
final class Gcannon implements Generator {

	private static final JsonMapper MAPPER = new JsonMapper();

	@Override
	public String name() {
		return "gcannon";
	}

	@Override
	public @Nullable String refusal(Profile profile) {
		if (profile.transport() == Transport.TLS) {
			return "gcannon knows no TLS";
		}
		if (profile.rate() > 0) {
			return "gcannon keeps no rate";
		}
		return profile.largeAnswers() ? "gcannon stalls connections on answers of more than 4 kB" : null;
	}

	@Override
	public String remark(Profile profile) {
		String remark = "each connection keeps one request; percentiles of every request";
		return (profile.requestsPerConnection() > 0)
				? remark + "; connections end with a reset after " + profile.requestsPerConnection() + " requests"
				: remark;
	}

	/**
	 * It lets connections establish for this long and then sets its counters to zero.
	 */
	@Override
	public Duration settling() {
		return Duration.ofMillis(100);
	}

	@Override
	public List<String> command(Load load) throws IOException {
		Profile profile = load.profile();
		// It keeps a history of its runs in HOME, which is nobody's business here.
		List<String> command = new ArrayList<>(List.of("env", "HOME=" + load.files().folder(), "gcannon"));
		if (profile.transport() == Transport.WEBSOCKET) {
			command.addAll(List.of(load.origin() + WebSocketUpgrade.TARGET, "--ws"));
		}
		else {
			command.addAll(List.of(load.origin(), "--raw",
					load.files().raw(profile).stream().map(Path::toString).collect(Collectors.joining(","))));
		}
		command.addAll(List.of("-c", Integer.toString(profile.connections()), "-t", Integer.toString(load.threads()),
				"-d", load.seconds() + "s", "-p", Integer.toString(profile.pipelineDepth()), "--json"));
		if (profile.requestsPerConnection() > 0) {
			command.addAll(List.of("-r", Integer.toString(profile.requestsPerConnection())));
		}
		return List.copyOf(command);
	}

	@Override
	public LoadResult parse(Load load, String output) throws GeneratorException {
		try {
			JsonNode json = MAPPER.readTree(output);
			JsonNode status = json.required("status");
			JsonNode errors = json.required("errors");
			JsonNode latency = json.required("latency_us");
			// Of WebSocket connections it counts messages as answers with status 2xx, and
			// those not upgraded by themselves.
			long refused = json.path("ws_upgrade_failures").asLong(0);
			long succeeded = status.required("2xx").longValue();
			return new LoadResult("gcannon " + json.required("version").stringValue(),
					json.required("elapsed_sec").doubleValue(), succeeded,
					json.required("responses").longValue() - succeeded,
					new Errors(errors.required("connect").longValue() + refused, errors.required("read").longValue(), 0,
							errors.required("timeout").longValue()),
					json.required("bytes_read").longValue(), new Latency(latency.required("avg").doubleValue(),
							latency.required("p50").doubleValue(), latency.required("p99").doubleValue()),
					json.required("reconnects").longValue());
		}
		catch (JacksonException ex) {
			throw new GeneratorException("gcannon's output is not understood: " + ex.getOriginalMessage());
		}
	}

}
