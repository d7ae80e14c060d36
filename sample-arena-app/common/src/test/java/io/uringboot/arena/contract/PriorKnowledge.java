package io.uringboot.arena.contract;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/2 request on a cleartext connection by prior knowledge (RFC 9113 section 3.3),
 * which the JDK's client does not do.
 */
final class PriorKnowledge {

	private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

	private static final int DATA = 0;

	private static final int HEADERS = 1;

	private static final int SETTINGS = 4;

	private static final int END_STREAM = 0x1;

	private static final int END_HEADERS = 0x4;

	private PriorKnowledge() {
	}

	/**
	 * Send a {@code GET} request.
	 * @return the body of the answer
	 */
	static String get(int port, String path) throws IOException {
		try (Socket socket = new ArenaClient(port).connect()) {
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(request);
			out.writeBytes(PREFACE);
			writeFrame(out, SETTINGS, 0, 0, new byte[0]);
			writeFrame(out, HEADERS, END_STREAM | END_HEADERS, 1, headerBlock(path));
			request.writeTo(socket.getOutputStream());
			return readBody(new DataInputStream(socket.getInputStream()));
		}
	}

	/**
	 * Indexed fields and literals without Huffman coding (RFC 7541 section 6).
	 */
	private static byte[] headerBlock(String path) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		block.write(0x80 | 2); // :method GET
		block.write(0x80 | 6); // :scheme http
		block.write(1); // :authority
		block.write("localhost".length());
		block.writeBytes("localhost".getBytes(StandardCharsets.US_ASCII));
		block.write(4); // :path
		block.write(path.length());
		block.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
		return block.toByteArray();
	}

	private static void writeFrame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
			throws IOException {
		out.writeShort(payload.length >> 8);
		out.writeByte(payload.length);
		out.writeByte(type);
		out.writeByte(flags);
		out.writeInt(stream);
		out.write(payload);
	}

	private static String readBody(DataInputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (true) {
			int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
			int type = in.readUnsignedByte();
			int flags = in.readUnsignedByte();
			int stream = in.readInt();
			byte[] payload = in.readNBytes(length);
			if (type == DATA) {
				body.writeBytes(payload);
			}
			if (stream == 1 && (flags & END_STREAM) != 0) {
				return body.toString(StandardCharsets.US_ASCII);
			}
		}
	}

}
