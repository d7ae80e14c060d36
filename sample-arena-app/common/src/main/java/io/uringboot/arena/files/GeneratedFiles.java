package io.uringboot.arena.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The generated static files in a folder of the user: written by the first start, reused
 * by all later ones.
 */
final class GeneratedFiles {

	/**
	 * The start of the SHA-256 digest of the generated files, so that a newer generator
	 * never serves what an older one wrote.
	 */
	static final String FINGERPRINT = "06b0d35140c7";

	private static final Log logger = LogFactory.getLog(GeneratedFiles.class);

	private GeneratedFiles() {
	}

	/**
	 * Return the folder of the files, complete. A file lock makes other processes wait
	 * for the one that writes; they then find its result.
	 * @param parent the folder to keep them in; created if absent
	 * @return the folder that holds the twenty files and their siblings
	 * @throws IOException if the parent cannot be written
	 */
	static synchronized Path in(Path parent) throws IOException {
		Path directory = parent.resolve("static-" + FINGERPRINT);
		if (isComplete(directory)) {
			return directory;
		}
		Files.createDirectories(parent);
		try (FileChannel channel = FileChannel.open(parent.resolve("static.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			// Released with the channel, and by the kernel if the process dies
			channel.lock();
			if (!isComplete(directory)) {
				write(directory);
			}
		}
		return directory;
	}

	/**
	 * Written under another name first: what bears the final name is complete even if the
	 * process is killed meanwhile.
	 */
	private static void write(Path directory) throws IOException {
		logger.info("Generating the static files in " + directory);
		if (!Encodings.hasBrotli()) {
			logger.warn("There is no Brotli library for this platform: .br siblings are left out");
		}
		Path part = directory.resolveSibling(directory.getFileName() + ".part");
		FileSystemUtils.deleteRecursively(part);
		Files.createDirectory(part);
		StaticFileGenerator.writeAll(part);
		FileSystemUtils.deleteRecursively(directory);
		Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
	}

	private static boolean isComplete(Path directory) throws IOException {
		for (StaticFile file : Catalog.FILES) {
			Path path = directory.resolve(file.name());
			if (!Files.isRegularFile(path) || Files.size(path) != file.size()) {
				return false;
			}
			for (String extension : StaticFileGenerator.siblings(file)) {
				if (!Files.isRegularFile(directory.resolve(file.name() + extension))) {
					return false;
				}
			}
		}
		return true;
	}

}
