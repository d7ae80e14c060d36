package io.uringboot.arena.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.springframework.boot.ssl.SslBundle;

/**
 * Handshakes with a server whose certificate is the bundle's, and no other.
 */
final class TlsClient {

	private final SSLContext context;

	TlsClient(SslBundle bundle) throws GeneralSecurityException, IOException {
		KeyStore keys = bundle.getStores().getKeyStore();
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		trusted.setCertificateEntry("server", keys.getCertificate(keys.aliases().nextElement()));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		this.context = SSLContext.getInstance("TLS");
		this.context.init(null, managers.getTrustManagers(), null);
	}

	SSLContext context() {
		return this.context;
	}

	/**
	 * Connect and offer one protocol version and one application protocol.
	 */
	SSLSocket connect(int port, String protocol, String applicationProtocol) throws IOException {
		SSLSocket socket = (SSLSocket) this.context.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), port);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setProtocols(new String[] { protocol });
		parameters.setApplicationProtocols(new String[] { applicationProtocol });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

	/**
	 * Offer TLS 1.1, which the JDK's own client refuses to do.
	 * @return the first bytes of what the server answers
	 */
	static byte[] offerTls11(int port) throws IOException {
		byte[] hello = new byte[5 + 4 + 41];
		byte[] head = { 22, 3, 1, 0, 45, /* client hello */ 1, 0, 0, 41, /* TLS 1.1 */ 3, 2 };
		System.arraycopy(head, 0, hello, 0, head.length);
		// After 32 bytes of random no session, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, no
		// compression
		byte[] tail = { 0, 0, 2, (byte) 0xc0, 0x13, 1, 0 };
		System.arraycopy(tail, 0, hello, hello.length - tail.length, tail.length);
		try (Socket socket = new ArenaClient(port).connect()) {
			socket.getOutputStream().write(hello);
			InputStream in = socket.getInputStream();
			return in.readNBytes(7);
		}
	}

}
