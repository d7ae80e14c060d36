package io.uringboot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * Certificates for tests.
 */
final class Certificates {

	private Certificates() {
	}

	static X509Bundle selfSigned(String host) {
		try {
			return new CertificateBuilder().subject("CN=" + host)
				.addSanDnsName(host)
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Write certificate and private key as PEM files and name them as an SSL bundle.
	 * @param bundle the certificate
	 * @param directory where to write
	 * @param name name of the SSL bundle
	 * @return properties that define the bundle
	 */
	static String[] pem(X509Bundle bundle, Path directory, String name) {
		try {
			Path certificate = Files.writeString(directory.resolve(name + ".crt"), bundle.getCertificatePathPEM());
			Path privateKey = Files.writeString(directory.resolve(name + ".key"), bundle.getPrivateKeyPEM());
			String prefix = "spring.ssl.bundle.pem." + name + ".keystore.";
			return new String[] { prefix + "certificate=file:" + certificate,
					prefix + "private-key=file:" + privateKey };
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static TrustManager[] trustAll() {
		return new TrustManager[] { new TrustAll() };
	}

	static class TrustAll extends X509ExtendedTrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

	/**
	 * Trusts any certificate and counts how often it has been asked.
	 */
	static final class CountingTrust extends TrustAll {

		private final AtomicInteger judged = new AtomicInteger();

		int judged() {
			return this.judged.get();
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
			this.judged.incrementAndGet();
		}

	}

}
