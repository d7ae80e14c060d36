package io.uringboot.arena;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Settings of the arena application. Folders are strings because Spring's conversion to a
 * path looks an absolute one up on the class path first.
 *
 * @param dataDir the folder that may hold {@code dataset.json} and {@code static}; must
 * exist if it is set, {@value #MOUNTED_DATA} is looked at if it is not
 * @param certsDir the folder that may hold {@code server.crt} and {@code server.key};
 * must exist if it is set, {@value #MOUNTED_CERTIFICATES} is looked at if it is not
 * @param generatedDir the folder to keep generated files in; the user's cache folder
 * unless set
 */
@ConfigurationProperties("arena")
public record ArenaProperties(@Nullable String dataDir, @Nullable String certsDir, @Nullable String generatedDir) {

	private static final String MOUNTED_DATA = "/data";

	private static final String MOUNTED_CERTIFICATES = "/certs";

	public ArenaProperties {
		assertDirectory("arena.data-dir", dataDir);
		assertDirectory("arena.certs-dir", certsDir);
	}

	/**
	 * Find something in the data folder.
	 * @param name the name of a file or folder
	 * @return its path, or {@code null} if it is not there
	 */
	public @Nullable Path mounted(String name) {
		return find((this.dataDir != null) ? this.dataDir : MOUNTED_DATA, name);
	}

	/**
	 * Find a file in the certificates folder.
	 * @param name the name of the file
	 * @return its path, or {@code null} if it is not there
	 */
	public @Nullable Path certificate(String name) {
		return find((this.certsDir != null) ? this.certsDir : MOUNTED_CERTIFICATES, name);
	}

	/**
	 * The folder to keep generated files in, by the XDG base directory specification
	 * unless it is set.
	 * @return its path, which need not exist, or {@code null} for a user without a home
	 */
	public @Nullable Path generatedDirectory() {
		if (this.generatedDir != null) {
			return Path.of(this.generatedDir);
		}
		String cache = System.getenv("XDG_CACHE_HOME");
		// "?" where the user id has no entry, as in a container run under any id
		Path home = Path.of(System.getProperty("user.home"));
		Path parent = StringUtils.hasLength(cache) ? Path.of(cache) : home.resolve(".cache");
		return parent.isAbsolute() ? parent.resolve("uring-arena") : null;
	}

	private static @Nullable Path find(String directory, String name) {
		Path path = Path.of(directory, name).toAbsolutePath();
		return Files.exists(path) ? path : null;
	}

	private static void assertDirectory(String property, @Nullable String directory) {
		Assert.isTrue(directory == null || Files.isDirectory(Path.of(directory)),
				() -> property + " names '" + directory + "', which is not a folder");
	}

}
