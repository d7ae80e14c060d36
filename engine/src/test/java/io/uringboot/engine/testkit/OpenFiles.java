package io.uringboot.engine.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The file descriptors of this process.
 */
public final class OpenFiles {

	private static final Path OWN = Path.of("/proc/self/fd");

	private OpenFiles() {
	}

	/**
	 * The number of open file descriptors of every kind.
	 * @return the number
	 */
	public static int count() {
		return descriptors().length;
	}

	/**
	 * The number of open sockets.
	 * @return the number
	 */
	public static int sockets() {
		int count = 0;
		for (String descriptor : descriptors()) {
			try {
				if (Files.readSymbolicLink(OWN.resolve(descriptor)).toString().startsWith("socket:")) {
					count++;
				}
			}
			catch (IOException ex) {
				// closed in between
			}
		}
		return count;
	}

	private static String[] descriptors() {
		return Objects.requireNonNull(new File(OWN.toString()).list(), "Not on Linux");
	}

}
