package io.uringboot.arena.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.uringboot.arena.ArenaProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Where the static files are served from.
 *
 * @param directory an existing folder
 */
public record StaticFiles(Path directory) {

	private static final Log logger = LogFactory.getLog(StaticFiles.class);

	/**
	 * Find the static files: those mounted in the data folder, otherwise generated ones.
	 * @param properties where to look and where to write
	 * @return the static files
	 */
	public static StaticFiles locate(ArenaProperties properties) {
		Path mounted = properties.mounted("static");
		Path directory = (mounted != null) ? mounted : generated(properties);
		logger.info("Serving static files from " + directory);
		return new StaticFiles(directory);
	}

	/**
	 * The folder as a location for Spring's resource handlers.
	 * @return the URL of the folder, ending with a slash
	 */
	public String location() {
		return this.directory.toUri().toString();
	}

	private static Path generated(ArenaProperties properties) {
		Path parent = properties.generatedDirectory();
		if (parent != null) {
			try {
				return GeneratedFiles.in(parent);
			}
			catch (IOException ex) {
				logger.warn("Cannot keep the generated static files in " + parent + " (" + ex
						+ "): using a temporary folder. Set arena.generated-dir to a writable one.");
			}
		}
		try {
			return GeneratedFiles.in(Files.createTempDirectory("uring-arena"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("There is no place for the generated static files", ex);
		}
	}

}
