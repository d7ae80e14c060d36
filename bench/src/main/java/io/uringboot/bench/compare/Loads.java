package io.uringboot.bench.compare;

import java.util.LinkedHashMap;
import java.util.Map;

import io.uringboot.bench.generator.Generator;
import io.uringboot.bench.generator.GeneratorException;
import io.uringboot.bench.profile.Profile;

/**
 * Says in words how each profile's load is made.
 */
final class Loads {

	private Loads() {
	}

	static Map<String, String> describe(Settings settings) {
		Map<String, String> loads = new LinkedHashMap<>();
		for (Profile profile : settings.profiles()) {
			String shape = profile.connections() + " connections, "
					+ ((profile.pipelineDepth() > 1) ? profile.pipelineDepth() + " requests pipelined, " : "")
					+ ((profile.rate() > 0) ? profile.rate() + " requests per second, " : "");
			try {
				Generator generator = settings.generators().choose(profile);
				loads.put(profile.name(), shape + generator.name() + ": " + generator.remark(profile));
			}
			catch (GeneratorException ex) {
				loads.put(profile.name(), String.valueOf(ex.getMessage()));
			}
		}
		return loads;
	}

}
