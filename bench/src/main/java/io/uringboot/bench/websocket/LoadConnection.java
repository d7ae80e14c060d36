package io.uringboot.bench.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

import io.uringboot.bench.profile.WebSocketUpgrade;

/**
 * One connection of the load: upgraded, then a number of messages always under way. Lives
 * on the thread of its loop.
 */
final class LoadConnection {

	private static final String MESSAGE = "hello";

	/**
	 * Masked with a constant: the unpredictable masks that RFC 6455 asks for protect
	 * proxies, and there are none on the way.
	 */
	private static final byte[] SENT = WebSocketFrame.text(MESSAGE).masked(0x5a17c3e9);

	/** First and last frame of a text message, five bytes long. */
	private static final byte[] ECHO = "\u0081\u0005hello".getBytes(StandardCharsets.ISO_8859_1);

	private static final int MAX_HEAD = 4096;

	private final SocketChannel channel;

	private final long[] sentAt;

	private final ByteBuffer unsent;

	private final StringBuilder head = new StringBuilder();

	private boolean upgraded;

	private int echoBytes;

	private long sent;

	private long echoed;

	LoadConnection(SocketChannel channel, int depth) {
		this.channel = channel;
		this.sentAt = new long[depth];
		this.unsent = ByteBuffer.allocate(Math.max(depth * SENT.length, 1024));
	}

	SocketChannel channel() {
		return this.channel;
	}

	boolean isUpgraded() {
		return this.upgraded;
	}

	long underWay() {
		return this.sent - this.echoed;
	}

	/**
	 * Sends the request for the upgrade.
	 * @return whether all of it could be written
	 */
	boolean upgrade(String host) throws IOException {
		this.unsent
			.put(WebSocketUpgrade.exchange(WebSocketUpgrade.KEY, WebSocketUpgrade.ACCEPT).request().toBytes(host));
		return flush();
	}

	/**
	 * Sends messages.
	 * @return whether all of them could be written
	 */
	boolean send(int messages, long now) throws IOException {
		for (int i = 0; i < messages; i++) {
			this.unsent.put(SENT);
			this.sentAt[(int) (this.sent++ % this.sentAt.length)] = now;
		}
		return flush();
	}

	void sendClose() throws IOException {
		this.unsent
			.put(new WebSocketFrame(true, WebSocketFrame.CLOSE, new byte[] { 0x03, (byte) 0xe8 }).masked(0x5a17c3e9));
		flush();
	}

	/**
	 * Writes what could not be written before.
	 * @return whether nothing is left
	 */
	boolean flush() throws IOException {
		this.unsent.flip();
		this.channel.write(this.unsent);
		boolean done = !this.unsent.hasRemaining();
		this.unsent.compact();
		return done;
	}

	/**
	 * Takes received bytes in.
	 * @param bytes the bytes
	 * @param now when they were read, by {@link System#nanoTime()}
	 * @param latencies where times from message to echo go
	 * @return how many echoes were completed
	 * @throws WrongAnswerException if anything else came than what must
	 */
	int receive(ByteBuffer bytes, long now, Latencies latencies) throws WrongAnswerException {
		while (!this.upgraded && bytes.hasRemaining()) {
			this.head.append((char) (bytes.get() & 0xff));
			if (this.head.length() >= 4 && this.head.indexOf("\r\n\r\n", this.head.length() - 4) >= 0) {
				assertUpgrade();
			}
			else if (this.head.length() > MAX_HEAD) {
				throw new WrongAnswerException();
			}
		}
		int echoes = 0;
		while (bytes.hasRemaining()) {
			if (bytes.get() != ECHO[this.echoBytes] || underWay() == 0) {
				throw new WrongAnswerException();
			}
			if (++this.echoBytes == ECHO.length) {
				this.echoBytes = 0;
				latencies.add(now - this.sentAt[(int) (this.echoed++ % this.sentAt.length)]);
				echoes++;
			}
		}
		return echoes;
	}

	private void assertUpgrade() throws WrongAnswerException {
		if (!this.head.toString().startsWith("HTTP/1.1 101 ") || this.head.indexOf(WebSocketUpgrade.ACCEPT) < 0) {
			throw new WrongAnswerException();
		}
		this.upgraded = true;
	}

	/**
	 * Reads what is there.
	 * @param buffer where it goes
	 * @return whether there was something
	 * @throws EOFException at the end of the stream
	 */
	boolean read(ByteBuffer buffer) throws IOException {
		buffer.clear();
		int read = this.channel.read(buffer);
		if (read < 0) {
			throw new EOFException();
		}
		buffer.flip();
		return read > 0;
	}

	/**
	 * Something else came than the right answer.
	 */
	static final class WrongAnswerException extends Exception {

	}

}
