package io.uringboot.bench.generator;

import java.io.IOException;
import java.util.List;

import io.uringboot.bench.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A generator played by a line of shell; its output is read like wrk's.
 */
public final class ScriptedGenerator implements Generator {

	/** The line of a load without trouble. */
	public static final String RESULT = "result: {\"microseconds\": 1000000, \"responses\": 1000, \"bytes\": 64000, "
			+ "\"status\": 0, \"connect\": 0, \"read\": 0, \"write\": 0, \"timeout\": 0, \"mean\": 100.0, "
			+ "\"p50\": 90, \"p99\": 300}";

	private final String script;

	private final @Nullable String beginning;

	/**
	 * Creates a generator.
	 * @param script what it does; {@code $PORT} is the server's port
	 */
	public ScriptedGenerator(String script) {
		this(script, null);
	}

	ScriptedGenerator(String script, @Nullable String beginning) {
		this.script = script;
		this.beginning = beginning;
	}

	@Override
	public @Nullable String beginning() {
		return this.beginning;
	}

	@Override
	public String name() {
		return "scripted";
	}

	@Override
	public String refusal(Profile profile) {
		return null;
	}

	@Override
	public String remark(Profile profile) {
		return "a line of shell";
	}

	@Override
	public List<String> command(Load load) throws IOException {
		return List.of("/bin/sh", "-c", "PORT=" + load.port() + "; " + this.script);
	}

	@Override
	public LoadResult parse(Load load, String output) throws GeneratorException {
		return new Wrk("scripted 1").parse(load, output);
	}

}
