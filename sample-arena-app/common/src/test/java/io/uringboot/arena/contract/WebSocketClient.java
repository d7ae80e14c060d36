package io.uringboot.arena.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The client's end of one WebSocket: whole messages and control frames, in the order they
 * come.
 */
final class WebSocketClient implements WebSocket.Listener, AutoCloseable {

	private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();

	private final StringBuilder text = new StringBuilder();

	private final HttpClient client = HttpClient.newHttpClient();

	private final WebSocket socket;

	WebSocketClient(int port) {
		this.socket = this.client.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), this)
			.join();
	}

	WebSocketClient text(String text) {
		return text(text, true);
	}

	WebSocketClient text(String text, boolean last) {
		this.socket.sendText(text, last).join();
		return this;
	}

	WebSocketClient binary(byte[] bytes) {
		this.socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
		return this;
	}

	WebSocketClient ping(String data) {
		this.socket.sendPing(ByteBuffer.wrap(data.getBytes())).join();
		return this;
	}

	WebSocketClient pong(String data) {
		this.socket.sendPong(ByteBuffer.wrap(data.getBytes())).join();
		return this;
	}

	WebSocketClient close(int code, String reason) {
		this.socket.sendClose(code, reason).join();
		return this;
	}

	/**
	 * The next that came: a text, the bytes of a binary message, a {@link Pong} or a
	 * {@link Close}.
	 */
	Object next() throws InterruptedException {
		Object next = this.received.poll(30, TimeUnit.SECONDS);
		if (next == null) {
			throw new AssertionError("Nothing came");
		}
		return next;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.text.append(data);
		if (last) {
			this.received.add(this.text.toString());
			this.text.setLength(0);
		}
		socket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
		byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		this.received.add(bytes);
		socket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
		byte[] bytes = new byte[message.remaining()];
		message.get(bytes);
		this.received.add(new Pong(new String(bytes)));
		socket.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
		this.received.add(new Close(code));
		return null;
	}

	@Override
	public void onError(WebSocket socket, Throwable error) {
		this.received.add(error);
	}

	@Override
	public void close() {
		this.socket.abort();
	}

	record Pong(String data) {

	}

	record Close(int code) {

	}

}
