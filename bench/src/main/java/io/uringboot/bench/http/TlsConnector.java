package io.uringboot.bench.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Shakes hands with a server of this machine. Offers what the JDK offers, and
 * {@code http/1.1} by ALPN.
 */
public final class TlsConnector {

	private final SSLContext context;

	private TlsConnector(TrustManager[] managers) throws GeneralSecurityException {
		this.context = SSLContext.getInstance("TLS");
		this.context.init(null, managers, null);
	}

	/**
	 * Creates a connector.
	 * @param certificate the only certificate that is trusted
	 * @return the connector
	 * @throws GeneralSecurityException if the JDK lacks TLS
	 * @throws IOException never in practice
	 */
	public static TlsConnector trusting(Certificate certificate) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		trusted.setCertificateEntry("server", certificate);
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		return new TlsConnector(managers.getTrustManagers());
	}

	/**
	 * Creates a connector that judges no certificates, for those that a server has made
	 * for itself.
	 * @return the connector
	 */
	public static TlsConnector trustingAny() {
		try {
			return new TlsConnector(new TrustManager[] { new AnyCertificate() });
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the JDK lacks TLS", ex);
		}
	}

	/**
	 * Connects to the loopback address, shakes hands and sees to it that TLS 1.3 and
	 * nothing but HTTP/1.1 is spoken.
	 * @param port the port
	 * @param timeout bound of connecting and of every single read
	 * @return the connection
	 * @throws IOException if it fails, or something else is agreed on
	 */
	public Connection open(int port, Duration timeout) throws IOException {
		SSLSocket socket = connect(port, timeout);
		try {
			assertAgreed(socket);
			return Connection.over(socket);
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

	/**
	 * Connects to the loopback address and shakes hands.
	 * @param port the port
	 * @param timeout bound of connecting and of every single read
	 * @return the socket, whose session tells what was agreed
	 * @throws IOException if it fails, also for an unexpected certificate
	 */
	public SSLSocket connect(int port, Duration timeout) throws IOException {
		Socket plain = new Socket();
		try {
			plain.setTcpNoDelay(true);
			plain.setSoTimeout((int) timeout.toMillis());
			plain.connect(Connection.loopback(port), (int) timeout.toMillis());
			SSLSocket socket = (SSLSocket) this.context.getSocketFactory().createSocket(plain, "localhost", port, true);
			SSLParameters parameters = socket.getSSLParameters();
			parameters.setApplicationProtocols(new String[] { "http/1.1" });
			socket.setSSLParameters(parameters);
			socket.startHandshake();
			return socket;
		}
		catch (IOException ex) {
			plain.close();
			throw ex;
		}
	}

}
