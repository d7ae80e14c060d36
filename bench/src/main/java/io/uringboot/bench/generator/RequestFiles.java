package io.uringboot.bench.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.Ports;
import io.uringboot.bench.profile.Profile;

/**
 * Requests as the files that generators read, in a temporary folder that is deleted in
 * the end.
 */
public final class RequestFiles implements AutoCloseable {

	private final Path folder;

	private final Ports ports;

	/**
	 * Creates the folder.
	 * @param ports the server's ports, named in {@code Host}
	 * @throws IOException if there is no room for temporary files
	 */
	public RequestFiles(Ports ports) throws IOException {
		this.folder = Files.createTempDirectory("uring-bench");
		this.ports = ports;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "delete-requests"));
	}

	/**
	 * Returns where the server listens.
	 * @return the ports
	 */
	public Ports ports() {
		return this.ports;
	}

	/**
	 * Returns the folder.
	 * @return the folder
	 */
	public Path folder() {
		return this.folder;
	}

	List<Path> raw(Profile profile) throws IOException {
		List<Path> files = new ArrayList<>();
		for (Exchange exchange : profile.exchanges()) {
			Path file = this.folder.resolve(profile.name() + "-" + exchange.name() + ".raw");
			if (!Files.exists(file)) {
				Files.write(file, exchange.request().toBytes(this.ports.host(profile)));
			}
			files.add(file);
		}
		return files;
	}

	Path uris(Profile profile, String origin) throws IOException {
		Path file = this.folder.resolve(profile.name() + "-uris.txt");
		return Files.write(file,
				profile.exchanges().stream().map((exchange) -> origin + exchange.request().target()).toList());
	}

	Path resource(String name) throws IOException {
		Path file = this.folder.resolve(name);
		try (InputStream in = RequestFiles.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IOException("resource " + name + " is missing");
			}
			return Files.write(file, in.readAllBytes());
		}
	}

	@Override
	public void close() {
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			// Already deleted, or a file of another's; temporary files are swept up
			// anyway.
		}
	}

}
