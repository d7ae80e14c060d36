package io.uringboot.bench.generator;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.process.Output;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Transport;

/**
 * The generators at hand, in order of preference.
 */
public final class Generators {

	private static final String REMEDY = "; bench/install-generators installs wrk and h2load";

	private final List<Generator> available;

	private final String wanted;

	/**
	 * Chooses among given generators.
	 * @param available the generators at hand, best first
	 * @param wanted name of the one to use, {@code auto} for the first that can
	 */
	public Generators(List<Generator> available, String wanted) {
		this.available = List.copyOf(available);
		this.wanted = wanted;
	}

	/**
	 * Looks for generators on the path.
	 * @param wanted name of the one to use, {@code auto} for the first that can
	 * @return the choice
	 */
	public static Generators onPath(String wanted) {
		List<Generator> found = new ArrayList<>();
		if (isOnPath("gcannon")) {
			found.add(new Gcannon());
		}
		if (isOnPath("wrk")) {
			String version = firstLine("wrk", "-v");
			found.add(new Wrk(version.split(" Copyright", 2)[0]));
		}
		if (isOnPath("h2load")) {
			found.add(new H2Load(firstLine("h2load", "--version")));
		}
		found.add(new WebSocketGenerator());
		return new Generators(found, wanted);
	}

	/**
	 * Returns the generator for a load.
	 * @param profile the load
	 * @return the generator
	 * @throws GeneratorException if none at hand can produce it
	 */
	public Generator choose(Profile profile) throws GeneratorException {
		List<String> refusals = new ArrayList<>();
		for (Generator generator : this.available) {
			if (isWanted(generator, profile)) {
				String refusal = generator.refusal(profile);
				if (refusal == null) {
					return generator;
				}
				refusals.add(refusal);
			}
		}
		boolean installingHelps = refusals.isEmpty() || this.wanted.equals("auto");
		if (refusals.isEmpty()) {
			refusals.add(this.wanted.equals("auto") ? "no load generator on the path"
					: "load generator " + this.wanted + " is not on the path");
		}
		String reason = String.join("; ", refusals);
		throw new GeneratorException(installingHelps ? reason + REMEDY : reason);
	}

	/**
	 * The project's own generator takes no part in the choice among the others: it is
	 * there for what they cannot do, and what it cannot do is not worth a word.
	 */
	private boolean isWanted(Generator generator, Profile profile) {
		if (generator instanceof WebSocketGenerator) {
			return profile.transport() == Transport.WEBSOCKET && !this.wanted.equals("gcannon");
		}
		return this.wanted.equals("auto") || this.wanted.equals(generator.name());
	}

	private static boolean isOnPath(String executable) {
		for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
			if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, executable))) {
				return true;
			}
		}
		return false;
	}

	private static String firstLine(String... command) {
		Output output = Output.of(List.of(command), Path.of("."), Duration.ofSeconds(10));
		return output.text().lines().findFirst().orElse(command[0] + ", version unknown").strip();
	}

}
