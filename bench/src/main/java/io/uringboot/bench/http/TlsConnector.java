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
import javax.net.ssl.TrustManagerFactory;

/**
 * Handshakes with a server of this machine that has one certain certificate. Offers what
 * the JDK offers, and {@code http/1.1} by ALPN.
 */
public final class TlsConnector {

	private final SSLContext context;

	/**
	 * Creates a connector.
	 * @param certificate the only certificate that is trusted
	 * @throws GeneralSecurityException if the JDK lacks TLS
	 * @throws IOException never in practice
	 */
	public TlsConnector(Certificate certificate) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		trusted.setCertificateEntry("server", certificate);
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		this.context = SSLContext.getInstance("TLS");
		this.context.init(null, managers.getTrustManagers(), null);
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
