package io.uringboot.bench.generator;

import io.uringboot.bench.generator.LoadResult.Errors;
import io.uringboot.bench.generator.LoadResult.Latency;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line in which wrk's script and the WebSocket generator tell what they counted.
 */
final class ResultLine {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String RESULT = "result: ";

	private ResultLine() {
	}

	static LoadResult parse(String name, String version, String output) throws GeneratorException {
		String line = output.lines()
			.filter((candidate) -> candidate.startsWith(RESULT))
			.findFirst()
			.orElseThrow(() -> new GeneratorException(name + " printed no result"));
		try {
			JsonNode json = MAPPER.readTree(line.substring(RESULT.length()));
			long other = json.required("status").longValue();
			return new LoadResult(version, json.required("microseconds").doubleValue() / 1e6,
					json.required("responses").longValue() - other, other,
					new Errors(json.required("connect").longValue(), json.required("read").longValue(),
							json.required("write").longValue(), json.required("timeout").longValue()),
					json.required("bytes").longValue(), new Latency(json.required("mean").doubleValue(),
							json.required("p50").doubleValue(), json.required("p99").doubleValue()),
					null);
		}
		catch (JacksonException ex) {
			throw new GeneratorException(name + "'s result is not understood: " + ex.getOriginalMessage());
		}
	}

}
