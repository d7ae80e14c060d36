package io.uringboot.bench.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.uringboot.bench.profile.Profiles;

/**
 * Outputs of real generators.
 */
final class Captured {

	private Captured() {
	}

	static String output(String name) {
		try (InputStream in = Captured.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Load load(String profile, RequestFiles files) {
		return new Load(Profiles.named(profile), files, 1, 1);
	}

}
