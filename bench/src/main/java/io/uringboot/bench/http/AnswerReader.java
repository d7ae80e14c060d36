package io.uringboot.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads responses one after the other from a stream and counts their bytes. Limits keep a
 * misbehaving server from holding it for ever or filling the memory.
 */
final class AnswerReader {

	private static final int MAX_LINE = 16 * 1024;

	private static final int MAX_FIELDS = 200;

	private static final int MAX_BODY = 64 * 1024 * 1024;

	private final InputStream in;

	private long wireBytes;

	AnswerReader(InputStream in) {
		this.in = in;
	}

	Answer read() throws IOException {
		Answer head = readHead();
		if (head.status() / 100 == 1 && head.status() != 101) {
			// RFC 9110, 15.2: interim responses precede the one that counts; 101 is the
			// last there is.
			return read();
		}
		byte[] body = readBody(head);
		return new Answer(head.status(), head.statusLine(), head.fields(), body, this.wireBytes);
	}

	/**
	 * Reads no further than the empty line, behind which another protocol may begin.
	 */
	Answer readHead() throws IOException {
		this.wireBytes = 0;
		String statusLine = readLine();
		int status = status(statusLine);
		List<HeaderField> fields = readFields();
		return new Answer(status, statusLine, fields, new byte[0], this.wireBytes);
	}

	boolean atEnd() throws IOException {
		return this.in.read() < 0;
	}

	private static int status(String statusLine) throws IOException {
		String[] parts = statusLine.split(" ", 3);
		if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
			throw new IOException("not an HTTP/1.x status line: '" + abbreviate(statusLine) + "'");
		}
		return Integer.parseInt(parts[1]);
	}

	private List<HeaderField> readFields() throws IOException {
		List<HeaderField> fields = new ArrayList<>();
		for (String line = readLine(); !line.isEmpty(); line = readLine()) {
			int colon = line.indexOf(':');
			if (colon <= 0) {
				throw new IOException("not a field line: '" + abbreviate(line) + "'");
			}
			if (fields.size() == MAX_FIELDS) {
				throw new IOException("more than " + MAX_FIELDS + " field lines");
			}
			fields.add(new HeaderField(line.substring(0, colon), line.substring(colon + 1).strip()));
		}
		return List.copyOf(fields);
	}

	private byte[] readBody(Answer head) throws IOException {
		if (head.status() == 101 || head.status() == 204 || head.status() == 304) {
			return new byte[0];
		}
		String coding = head.field("Transfer-Encoding");
		if (coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
			return readChunks();
		}
		String length = head.field("Content-Length");
		if (length != null) {
			return readExactly(number(length, 10));
		}
		byte[] rest = this.in.readNBytes(MAX_BODY);
		this.wireBytes += rest.length;
		return rest;
	}

	private byte[] readChunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (true) {
			String line = readLine();
			int size = number(line.split(";", 2)[0].strip(), 16);
			if (size == 0) {
				readFields();
				return body.toByteArray();
			}
			if (body.size() + size > MAX_BODY) {
				throw new IOException("content of more than " + MAX_BODY + " bytes");
			}
			body.writeBytes(readExactly(size));
			if (!readLine().isEmpty()) {
				throw new IOException("chunk data longer than its size says");
			}
		}
	}

	private static int number(String text, int radix) throws IOException {
		try {
			int number = Integer.parseInt(text, radix);
			if (number >= 0 && number <= MAX_BODY) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Told below.
		}
		throw new IOException("not a usable length: '" + abbreviate(text) + "'");
	}

	byte[] readExactly(int length) throws IOException {
		byte[] bytes = this.in.readNBytes(length);
		this.wireBytes += bytes.length;
		if (bytes.length < length) {
			throw new EOFException("connection closed after " + bytes.length + " of " + length + " bytes");
		}
		return bytes;
	}

	private String readLine() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(64);
		while (line.size() < MAX_LINE) {
			int next = this.in.read();
			if (next < 0) {
				throw new EOFException((this.wireBytes == 0) ? "connection closed without an answer"
						: "connection closed inside the head of the answer");
			}
			this.wireBytes++;
			if (next == '\n') {
				String text = line.toString(StandardCharsets.ISO_8859_1);
				return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
			}
			line.write(next);
		}
		throw new IOException("line of more than " + MAX_LINE + " bytes");
	}

	private static String abbreviate(String text) {
		return (text.length() <= 60) ? text : text.substring(0, 60) + "…";
	}

}
