package io.uringboot.bench.validate;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;

import io.uringboot.bench.http.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a client that offers what is broken, which the JDK's own client
 * refuses to do.
 *
 * @param name what is offered
 * @param version the version of the protocol, as in the hello
 * @param suites the cipher suites
 */
record ClientHello(String name, int version, int... suites) {

	/**
	 * Hellos that no server of today may go along with.
	 */
	static final List<ClientHello> OUTDATED = List.of(new ClientHello("SSL 3.0", 0x0300, 0xc013, 0x002f, 0x0005),
			new ClientHello("TLS 1.0", 0x0301, 0xc013, 0xc014, 0x002f),
			new ClientHello("TLS 1.1", 0x0302, 0xc013, 0xc014, 0x002f),
			new ClientHello("suites without encryption", 0x0303, 0x0002, 0x003b, 0xc010),
			new ClientHello("suites without authentication", 0x0303, 0x0034, 0x006d, 0xc018),
			new ClientHello("suites of export strength", 0x0303, 0x0003, 0x0008, 0x0014),
			new ClientHello("RC4", 0x0303, 0x0004, 0x0005, 0xc011),
			new ClientHello("DES and 3DES", 0x0303, 0x0009, 0x000a, 0xc012));

	/**
	 * A hello that is well formed and up to date, as the proof that the others are
	 * refused for what they offer.
	 */
	static final ClientHello MODERN = new ClientHello("TLS 1.2", 0x0303, 0xc02f, 0xc030);

	/**
	 * The groups secp256r1 and secp384r1, uncompressed points, and signatures with RSA
	 * and SHA-256 or SHA-1, so that a refusal is about nothing else.
	 */
	private static final byte[] EXTENSIONS = { 0, 10, 0, 6, 0, 4, 0, 23, 0, 24, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4,
			1, 2, 1 };

	private static final int ALERT = 21;

	private static final int HANDSHAKE = 22;

	/**
	 * Sends the hello.
	 * @param port the port of this machine
	 * @return what is wrong, or {@code null} if the server refuses
	 * @throws IOException if it cannot be asked
	 */
	@Nullable String fault(int port) throws IOException {
		return switch (answerType(port)) {
			case -1, ALERT -> null;
			case HANDSHAKE -> "the server goes along";
			default -> "the answer is no TLS";
		};
	}

	/**
	 * Tells whether the server goes along.
	 */
	boolean isAccepted(int port) throws IOException {
		return answerType(port) == HANDSHAKE;
	}

	private int answerType(int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout((int) Origin.TIMEOUT.toMillis());
			socket.connect(Connection.loopback(port));
			socket.getOutputStream().write(toBytes());
			return socket.getInputStream().read();
		}
		catch (SocketException ex) {
			// Reset: refused, too
			return -1;
		}
	}

	private byte[] toBytes() {
		int body = 2 + 32 + 1 + 2 + this.suites.length * 2 + 2 + EXTENSIONS.length + 2;
		ByteBuffer hello = ByteBuffer.allocate(5 + 4 + body);
		hello.put((byte) HANDSHAKE).putShort((short) Math.min(this.version, 0x0301)).putShort((short) (4 + body));
		hello.putInt(1 << 24 | body);
		// A random of zeros and no session
		hello.putShort((short) this.version).put(new byte[32]).put((byte) 0);
		hello.putShort((short) (this.suites.length * 2));
		for (int suite : this.suites) {
			hello.putShort((short) suite);
		}
		// No compression
		hello.putShort((short) 0x0100);
		hello.putShort((short) EXTENSIONS.length).put(EXTENSIONS);
		return hello.array();
	}

}
