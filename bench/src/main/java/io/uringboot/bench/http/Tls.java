package io.uringboot.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS to a server whose certificate is its own: versions 1.3 and 1.2 and HTTP/1.1 are
 * offered, 1.3 must be taken, and nothing but HTTP/1.1.
 */
final class Tls {

	private Tls() {
	}

	static SSLSocket connect(InetSocketAddress address, Duration timeout) throws IOException {
		SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket();
		try {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout((int) timeout.toMillis());
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setApplicationProtocols(new String[] { "http/1.1" });
			parameters.setProtocols(new String[] { "TLSv1.3", "TLSv1.2" });
			socket.setSSLParameters(parameters);
			socket.connect(address, (int) timeout.toMillis());
			socket.startHandshake();
			assertAgreed(socket);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private static void assertAgreed(SSLSocket socket) throws IOException {
		String version = socket.getSession().getProtocol();
		if (!version.equals("TLSv1.3")) {
			throw new IOException(version + " although TLSv1.3 was offered");
		}
		String protocol = socket.getApplicationProtocol();
		if (!protocol.isEmpty() && !protocol.equals("http/1.1")) {
			throw new IOException("application protocol " + protocol + ", which was not offered");
		}
	}

	private static SSLContext context() throws IOException {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new TrustAll() }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("no TLS: " + ex.getMessage(), ex);
		}
	}

	private static final class TrustAll extends X509ExtendedTrustManager {

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

}
