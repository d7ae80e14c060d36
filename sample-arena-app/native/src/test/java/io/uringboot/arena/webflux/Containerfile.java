package io.uringboot.arena.webflux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The instructions of a Dockerfile.
 *
 * @param instructions the instructions without comments, each on one line
 */
record Containerfile(List<String> instructions) {

	static Containerfile read(Path file) throws IOException {
		String text = Files.readString(file).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
		return new Containerfile(text.lines().filter((line) -> !line.isBlank()).toList());
	}

	/**
	 * The arguments of all instructions of one kind.
	 */
	List<String> all(String name) {
		return select(name).map((line) -> line.substring(name.length() + 1)).toList();
	}

	String one(String name) {
		List<String> all = all(name);
		if (all.size() != 1) {
			throw new AssertionError("Not one " + name + ": " + all);
		}
		return all.get(0);
	}

	/**
	 * The exec form of an instruction: its JSON array.
	 */
	List<String> command(String name) {
		String arguments = one(name);
		String[] command = JsonMapper.shared().readValue(arguments.substring(arguments.indexOf('[')), String[].class);
		return List.of(command);
	}

	private Stream<String> select(String name) {
		return this.instructions.stream().filter((line) -> line.startsWith(name + " "));
	}

}
