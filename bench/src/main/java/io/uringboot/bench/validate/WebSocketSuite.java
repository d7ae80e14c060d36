package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.uringboot.bench.profile.WebSocketUpgrade;
import io.uringboot.bench.websocket.WebSocketConnection;
import io.uringboot.bench.websocket.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * Messages that come back over WebSockets.
 */
final class WebSocketSuite implements Suite {

	@Override
	public void run(Server server, Checklist checks) {
		on(server, checks, "text comes back as text",
				(socket) -> echo(socket, WebSocketFrame.TEXT, text("HttpArena-validate-", server)));
		on(server, checks, "binary comes back as binary",
				(socket) -> echo(socket, WebSocketFrame.BINARY, server.bytes(256)));
		on(server, checks, "large messages come back",
				(socket) -> echo(socket, WebSocketFrame.BINARY, server.bytes(server.between(10_000, 60_000))));
		for (int messages : new int[] { 5, 16 }) {
			on(server, checks, messages + " messages sent at once come back in order",
					(socket) -> atOnce(server, socket, messages));
		}
		on(server, checks, "fragments are one message, a ping between them is answered",
				(socket) -> fragments(server, socket));
		on(server, checks, "ping is answered with its payload", (socket) -> {
			byte[] payload = server.bytes(20);
			socket.frame(true, WebSocketFrame.PING, payload).flush();
			return socket.readMessage().fault(WebSocketFrame.PONG, payload);
		});
		on(server, checks, "pong is not answered", (socket) -> {
			socket.frame(true, WebSocketFrame.PONG, server.bytes(5));
			return echo(socket, WebSocketFrame.TEXT, text("then-", server));
		});
		for (int code : new int[] { 1000, 1001, server.between(3000, 4999) }) {
			on(server, checks, "close " + code + " is answered with it", (socket) -> close(socket, code));
		}
		on(server, checks, "a reserved opcode is a protocol error", (socket) -> {
			socket.frame(true, 3, new byte[0]).flush();
			WebSocketFrame frame = socket.read();
			return (frame.opcode() == WebSocketFrame.CLOSE && frame.closeCode() == 1002) ? null
					: "opcode " + frame.opcode() + " with code " + frame.closeCode();
		});
		checks.check("plain GET is refused",
				() -> server.http().ask(WebSocketUpgrade.plain().request(), WebSocketUpgrade.plain().expectation()));
		on(server, checks, "a fresh connection after all that",
				(socket) -> echo(socket, WebSocketFrame.TEXT, "health".getBytes(StandardCharsets.US_ASCII)));
	}

	private static void on(Server server, Checklist checks, String name, SocketCheck check) {
		checks.check(name, () -> {
			try (WebSocketConnection socket = WebSocketConnection.open(server.http().port(), Origin.TIMEOUT,
					server.random())) {
				return check.fault(socket);
			}
		});
	}

	private static byte[] text(String prefix, Server server) {
		return (prefix + Long.toHexString(server.random().nextLong())).getBytes(StandardCharsets.US_ASCII);
	}

	private static @Nullable String echo(WebSocketConnection socket, int opcode, byte[] payload) throws IOException {
		socket.frame(true, opcode, payload).flush();
		return socket.readMessage().fault(opcode, payload);
	}

	private static @Nullable String atOnce(Server server, WebSocketConnection socket, int messages) throws IOException {
		byte[][] payloads = new byte[messages][];
		for (int i = 0; i < messages; i++) {
			payloads[i] = text(i + "-", server);
			socket.frame(true, WebSocketFrame.TEXT, payloads[i]);
		}
		socket.flush();
		for (byte[] payload : payloads) {
			String fault = socket.readMessage().fault(WebSocketFrame.TEXT, payload);
			if (fault != null) {
				return fault;
			}
		}
		return null;
	}

	private static @Nullable String fragments(Server server, WebSocketConnection socket) throws IOException {
		byte[] whole = text("in three parts ", server);
		socket.frame(false, WebSocketFrame.TEXT, Arrays.copyOfRange(whole, 0, 3))
			.frame(true, WebSocketFrame.PING, whole)
			.frame(false, WebSocketFrame.CONTINUATION, Arrays.copyOfRange(whole, 3, 8))
			.frame(true, WebSocketFrame.CONTINUATION, Arrays.copyOfRange(whole, 8, whole.length))
			.flush();
		String fault = socket.readMessage().fault(WebSocketFrame.PONG, whole);
		return (fault != null) ? fault : socket.readMessage().fault(WebSocketFrame.TEXT, whole);
	}

	private static @Nullable String close(WebSocketConnection socket, int code) throws IOException {
		byte[] reason = "..validate done".getBytes(StandardCharsets.US_ASCII);
		reason[0] = (byte) (code >> 8);
		reason[1] = (byte) code;
		socket.frame(true, WebSocketFrame.CLOSE, reason).flush();
		WebSocketFrame frame = socket.read();
		return (frame.opcode() == WebSocketFrame.CLOSE && frame.closeCode() == code) ? null
				: "opcode " + frame.opcode() + " with code " + frame.closeCode();
	}

	/**
	 * A check that needs an open WebSocket.
	 */
	@FunctionalInterface
	private interface SocketCheck {

		@Nullable String fault(WebSocketConnection socket) throws IOException;

	}

}
