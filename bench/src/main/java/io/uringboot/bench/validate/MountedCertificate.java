package io.uringboot.bench.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate as the arena's: self-signed, RSA with 2048 bits, {@code CN=localhost}.
 * Made by the JDK's keytool, because the JDK has no API for it.
 */
final class MountedCertificate {

	private static final String PASSWORD = "changeit";

	private static final String ALIAS = "server";

	private MountedCertificate() {
	}

	/**
	 * Makes a certificate and writes {@code server.crt} and {@code server.key}.
	 */
	static X509Certificate write(Path folder) throws IOException {
		Path store = folder.resolve("server.p12");
		run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
				ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-sigalg", "SHA256withRSA", "-validity", "3650", "-dname",
				"CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
				store.toString(), "-storepass", PASSWORD));
		try (InputStream in = Files.newInputStream(store)) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(in, PASSWORD.toCharArray());
			X509Certificate certificate = (X509Certificate) keys.getCertificate(ALIAS);
			Files.writeString(folder.resolve("server.crt"), pem("CERTIFICATE", certificate.getEncoded()));
			Files.writeString(folder.resolve("server.key"),
					pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
			return certificate;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("cannot read the certificate made by keytool", ex);
		}
		finally {
			Files.deleteIfExists(store);
		}
	}

	private static void run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException("keytool failed: " + output.strip());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static String pem(String label, byte[] content) {
		Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] { '\n' });
		return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(content) + "\n-----END " + label + "-----\n";
	}

}
