package io.uringboot.bench.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Transport;
import org.jspecify.annotations.Nullable;

/**
 * h2load over HTTP/1.1: GET requests that differ only in their target.
 */
final class H2Load implements Generator {

	private static final Pattern FINISHED = Pattern.compile("(?m)^finished in ([\\d.]+)(us|ms|s),");

	private static final Pattern REQUESTS = Pattern
		.compile("(?m)^requests: .* (\\d+) done, .* (\\d+) errored, (\\d+) timeout");

	private static final Pattern STATUS = Pattern
		.compile("(?m)^status codes: (\\d+) 2xx, (\\d+) 3xx, (\\d+) 4xx, (\\d+) 5xx");

	private static final Pattern TRAFFIC = Pattern.compile("(?m)^traffic: \\S+ \\((\\d+)\\) total");

	/** Columns: min, max, mean. */
	private static final Pattern LATENCY = Pattern
		.compile("(?m)^time for request: +[\\d.]+(?:us|ms|s) +[\\d.]+(?:us|ms|s) +([\\d.]+)(us|ms|s)");

	private final String version;

	H2Load(String version) {
		this.version = version;
	}

	@Override
	public String name() {
		return "h2load";
	}

	@Override
	public @Nullable String refusal(Profile profile) {
		if (profile.transport() == Transport.WEBSOCKET) {
			return "h2load sends no WebSocket messages";
		}
		Request first = profile.exchanges().get(0).request();
		for (Exchange exchange : profile.exchanges()) {
			if (!exchange.request().method().equals("GET") || !exchange.request().fields().equals(first.fields())) {
				return "h2load sends only GET requests that differ in their target";
			}
		}
		return (profile.requestsPerConnection() > 0) ? "h2load does not reconnect" : null;
	}

	@Override
	public String remark(Profile profile) {
		return "targets rotate on each connection; h2load adds a User-Agent field and tells no percentiles";
	}

	@Override
	public List<String> command(Load load) throws IOException {
		Profile profile = load.profile();
		List<String> command = new ArrayList<>(List.of("h2load", "--h1", "-t" + load.threads(),
				"-c" + profile.connections(), "-m" + profile.pipelineDepth(), "-D", Integer.toString(load.seconds())));
		if (profile.rate() > 0) {
			// It means that of each connection.
			command.add("--rps=" + (double) profile.rate() / profile.connections());
		}
		for (HeaderField field : profile.exchanges().get(0).request().fields()) {
			command.addAll(List.of("-H", field.toString()));
		}
		command.addAll(List.of("-i", load.files().uris(profile, load.origin()).toString()));
		return List.copyOf(command);
	}

	@Override
	public LoadResult parse(Load load, String output) throws GeneratorException {
		Matcher requests = find(REQUESTS, output);
		Matcher status = find(STATUS, output);
		long seen = number(status, 1) + number(status, 2) + number(status, 3) + number(status, 4);
		if (seen == 0 && number(requests, 1) > 0) {
			// Seen with 1.52: an empty reason phrase, which RFC 9112 (section 4) allows
			// and Tomcat
			// sends, leaves it without a status.
			throw new GeneratorException("h2load does not see the status of answers without a reason phrase");
		}
		Matcher finished = find(FINISHED, output);
		Matcher latency = find(LATENCY, output);
		return new LoadResult(this.version, microseconds(finished) / 1e6, number(status, 1), seen - number(status, 1),
				new Errors(0, number(requests, 2), 0, number(requests, 3)), number(find(TRAFFIC, output), 1),
				new Latency(microseconds(latency), null, null), null);
	}

	private static Matcher find(Pattern pattern, String output) throws GeneratorException {
		Matcher matcher = pattern.matcher(output);
		if (!matcher.find()) {
			throw new GeneratorException("h2load's output is not understood: no line like " + pattern.pattern());
		}
		return matcher;
	}

	private static long number(Matcher matcher, int group) {
		return Long.parseLong(matcher.group(group));
	}

	private static double microseconds(Matcher matcher) {
		double value = Double.parseDouble(matcher.group(1));
		return switch (matcher.group(2)) {
			case "us" -> value;
			case "ms" -> value * 1e3;
			default -> value * 1e6;
		};
	}

}
