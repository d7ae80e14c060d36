package io.uringboot.bench.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A client connection to a port of this machine: bytes out, answers in. Blocking, for one
 * thread at a time; every wait is bounded by the given timeout.
 */
public final class Connection implements Closeable {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

	private final Socket socket;

	private final OutputStream out;

	private final AnswerReader reader;

	private Connection(Socket socket) throws IOException {
		this.socket = socket;
		this.out = socket.getOutputStream();
		this.reader = new AnswerReader(new BufferedInputStream(socket.getInputStream(), 8 * 1024));
	}

	/**
	 * Connects to the loopback address.
	 * @param port the port
	 * @param timeout bound of connecting and of every single read
	 * @return the connection
	 * @throws IOException if nobody listens or the bound is passed
	 */
	public static Connection open(int port, Duration timeout) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout((int) timeout.toMillis());
			socket.connect(loopback(port), (int) timeout.toMillis());
			return new Connection(socket);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/**
	 * Tells whether somebody listens on a port of the loopback address, or does before
	 * long.
	 * @param port the port
	 * @param bound the time to wait at most
	 * @return whether somebody does
	 */
	public static boolean awaitListening(int port, Duration bound) {
		long deadline = System.nanoTime() + bound.toNanos();
		while (true) {
			try {
				open(port, CONNECT_TIMEOUT).close();
				return true;
			}
			catch (IOException ex) {
				if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
					return false;
				}
				LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
			}
		}
	}

	/**
	 * Tells whether nobody listens on a port of the loopback address, or nobody does
	 * before long. A listening socket that an io_uring request still holds outlives its
	 * process for a moment. The port is bound to find out, because a connection that
	 * nobody accepts would take a place in the queue of the one who listens.
	 * @param port the port
	 * @param bound the time to wait at most
	 * @return whether nobody does
	 */
	public static boolean awaitFree(int port, Duration bound) {
		long deadline = System.nanoTime() + bound.toNanos();
		while (!isFree(port)) {
			if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
		}
		return true;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Talks over a socket that is connected already, such as one of TLS.
	 * @param socket the socket, closed with the connection
	 * @return the connection
	 * @throws IOException if the socket is unusable
	 */
	static Connection over(Socket socket) throws IOException {
		return new Connection(socket);
	}

	/**
	 * Returns the address all measuring goes to. IPv4 by number, because the load
	 * generators are given the same and {@code localhost} may mean IPv6.
	 * @param port the port
	 * @return the socket address
	 * @throws IOException never in practice
	 */
	public static InetSocketAddress loopback(int port) throws IOException {
		return new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
	}

	/**
	 * Sends bytes.
	 * @param bytes the bytes, one or more requests or a part of one
	 * @throws IOException if the connection is broken
	 */
	public void send(byte[] bytes) throws IOException {
		this.out.write(bytes);
		this.out.flush();
	}

	/**
	 * Reads the next final response to a method other than HEAD.
	 * @return the response
	 * @throws IOException if it does not come in time or breaks the framing
	 */
	public Answer read() throws IOException {
		return this.reader.read();
	}

	/**
	 * Reads the status line and the fields of the next response, interim ones included.
	 * @return the response without content
	 * @throws IOException if it does not come in time or breaks the framing
	 */
	public Answer readHead() throws IOException {
		return this.reader.readHead();
	}

	/**
	 * Waits for what comes after the answers read so far.
	 * @return whether that is the end: the server has closed
	 * @throws IOException if nothing comes in time, not even the end
	 */
	public boolean ends() throws IOException {
		return this.reader.atEnd();
	}

	/**
	 * Reads bytes that are no answer, after a change of protocol.
	 * @param length how many
	 * @return the bytes
	 * @throws IOException if they do not come in time
	 */
	public byte[] readBytes(int length) throws IOException {
		return this.reader.readExactly(length);
	}

	/**
	 * Closes with a reset instead of the orderly end, as a crashed client or a closed
	 * laptop does: linger time zero makes the kernel send RST.
	 * @throws IOException if the socket is unusable
	 */
	public void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
