package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Random;

/**
 * The folders that the arena mounts into a server, with content of this run: a server
 * that answers from anything else is found out.
 *
 * @param data the folder of the data set and the static files
 * @param certificates the folder of certificate and key
 * @param dataset the data set
 * @param certificate the certificate
 */
record Mount(Path data, Path certificates, MountedDataset dataset, X509Certificate certificate) {

	/**
	 * Writes everything.
	 * @param folder an existing folder
	 * @param random where the content comes from
	 * @return what was written
	 * @throws IOException if it cannot be
	 */
	static Mount write(Path folder, Random random) throws IOException {
		Path data = Files.createDirectories(folder.resolve("data"));
		Path certificates = Files.createDirectories(folder.resolve("certs"));
		MountedDataset dataset = MountedDataset.random(random);
		Files.write(data.resolve("dataset.json"), dataset.toBytes());
		MountedFiles.write(Files.createDirectories(data.resolve("static")), random);
		return new Mount(data, certificates, dataset, MountedCertificate.write(certificates));
	}

	/**
	 * The folder of the static files.
	 */
	Path staticFiles() {
		return this.data.resolve("static");
	}

	/**
	 * The variables that tell the arena application where the folders are.
	 */
	Map<String, String> environment() {
		return Map.of("ARENA_DATA_DIR", this.data.toString(), "ARENA_CERTS_DIR", this.certificates.toString());
	}

}
