package io.uringboot.bench.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * How many connections the command line wants: {@code N} for all profiles but upload,
 * whose bodies are too big for many, or {@code PROFILE=N}.
 *
 * @param general the number for all but upload, {@code null} for each profile's own
 * @param particular the numbers by profile
 */
record ConnectionCounts(@Nullable Integer general, Map<String, Integer> particular) {

	static ConnectionCounts parse(List<String> options) {
		Integer general = null;
		Map<String, Integer> particular = new HashMap<>();
		for (String option : options) {
			String[] parts = option.split("=", 2);
			int count = count(parts[parts.length - 1]);
			if (parts.length == 1) {
				general = count;
			}
			else {
				particular.put(Profiles.named(parts[0]).name(), count);
			}
		}
		return new ConnectionCounts(general, Map.copyOf(particular));
	}

	private static int count(String text) {
		if (!text.matches("[1-9]\\d{0,5}")) {
			throw new IllegalArgumentException("not a number of connections: '" + text + "'");
		}
		return Integer.parseInt(text);
	}

	Profile apply(Profile profile) {
		Integer count = this.particular.get(profile.name());
		if (count == null && !profile.name().equals("upload")) {
			count = this.general;
		}
		return (count != null) ? profile.withConnections(count) : profile;
	}

}
