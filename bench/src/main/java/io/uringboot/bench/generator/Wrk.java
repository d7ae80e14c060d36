package io.uringboot.bench.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;
import org.jspecify.annotations.Nullable;

/**
 * wrk with a script that sends the requests in turn and prints the counts as one line of
 * JSON.
 */
final class Wrk implements Generator {

	private final String version;

	Wrk(String version) {
		this.version = version;
	}

	@Override
	public String name() {
		return "wrk";
	}

	@Override
	public @Nullable String refusal(Profile profile) {
		if (profile.transport() == Transport.WEBSOCKET) {
			return "wrk knows no WebSocket";
		}
		if (profile.pipelineDepth() > 1 && profile.rate() > 0) {
			return "wrk keeps no rate when it pipelines";
		}
		return (profile.pipelineDepth() > 1 && profile.requestsPerConnection() > 0)
				? "wrk cannot count the requests of a connection when it pipelines" : null;
	}

	@Override
	public String remark(Profile profile) {
		StringBuilder remark = new StringBuilder();
		if (profile.exchanges().size() > 1) {
			remark.append("requests rotate over all connections; ");
		}
		if (profile.requestsPerConnection() > 0) {
			remark.append("every ")
				.append(profile.requestsPerConnection())
				.append(". request says Connection: close, so the server closes, in order and not by a reset; ");
		}
		if (profile.rate() > 0) {
			remark.append("requests are due in ticks of a millisecond, times count from when they are sent; ");
		}
		remark.append((profile.pipelineDepth() > 1) ? "wrk's times of pipelined requests mean nothing and are left out"
				: "percentiles of every request, raised by wrk for the requests a late answer held back");
		return remark.append("; a 3xx would count as 2xx").toString();
	}

	@Override
	public List<String> command(Load load) throws IOException {
		Profile profile = load.profile();
		List<String> command = new ArrayList<>(
				List.of("wrk", "-t" + load.threads(), "-c" + profile.connections(), "-d" + load.seconds() + "s",
						"--timeout", "10s", "-s", load.files().resource("requests.lua").toString(), load.origin(), "--",
						Integer.toString(profile.pipelineDepth()), Integer.toString(profile.requestsPerConnection()),
						Double.toString((double) profile.rate() / load.threads())));
		load.files().raw(profile).stream().map(Path::toString).forEach(command::add);
		return List.copyOf(command);
	}

	@Override
	public LoadResult parse(Load load, String output) throws GeneratorException {
		LoadResult result = ResultLine.parse(name(), this.version, output);
		// A time covers a batch, and wrk then corrects it as if it were a request's: what
		// comes out means nothing.
		return (load.profile().pipelineDepth() > 1) ? result.withLatency(Latency.UNKNOWN) : result;
	}

}
