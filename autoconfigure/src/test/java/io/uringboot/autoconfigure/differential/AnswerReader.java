package io.uringboot.autoconfigure.differential;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.uringboot.autoconfigure.differential.Answer.Ending;

/**
 * Reads responses, framed by RFC 9112 §6.3, without losing an octet of them.
 */
final class AnswerReader {

	private final BufferedInputStream in;

	private final List<String> interim = new ArrayList<>();

	private final List<String> fields = new ArrayList<>();

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private String statusLine = "";

	AnswerReader(InputStream in) {
		this.in = new BufferedInputStream(in, 1 << 16);
	}

	/**
	 * Whether there are octets that no response has taken.
	 */
	boolean hasMore() throws IOException {
		return this.in.available() > 0;
	}

	/**
	 * Read interim responses and the next final one, and the end of the connection if the
	 * request or the response announces it.
	 */
	Answer read(Request request) {
		this.interim.clear();
		this.fields.clear();
		this.content.reset();
		this.statusLine = "";
		try {
			head();
			return answer(rest(request));
		}
		catch (SocketTimeoutException ex) {
			return answer(Ending.TIMED_OUT);
		}
		catch (IOException ex) {
			return answer(Ending.TRUNCATED);
		}
	}

	/**
	 * Read the head of the next response.
	 * @return whether it is an interim one, which stays to be read with the final one
	 */
	boolean isInterim() throws IOException {
		this.in.mark(1 << 14);
		String status = line();
		this.in.reset();
		return status.startsWith("HTTP/1.1 1");
	}

	private void head() throws IOException {
		this.statusLine = line();
		while (this.statusLine.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
			this.interim.add(this.statusLine);
			for (String line = line(); !line.isEmpty(); line = line()) {
				this.interim.add(line);
			}
			this.statusLine = "";
			this.statusLine = line();
		}
		for (String line = line(); !line.isEmpty(); line = line()) {
			this.fields.add(line);
		}
	}

	private Ending rest(Request request) throws IOException {
		boolean closing = request.closing() || values("connection").contains("close");
		if (request.head() || this.statusLine.matches("HTTP/1\\.[01] (204|304) .*")) {
			return closing ? toEnd() : Ending.OPEN;
		}
		if (values("transfer-encoding").contains("chunked")) {
			chunks();
		}
		else if (!values("content-length").isEmpty()) {
			octets(Integer.parseInt(values("content-length").get(0)));
		}
		else {
			return toEnd();
		}
		return closing ? toEnd() : Ending.OPEN;
	}

	private void chunks() throws IOException {
		int size = Integer.parseInt(contentLine(), 16);
		while (size > 0) {
			octets(size + 2);
			size = Integer.parseInt(contentLine(), 16);
		}
		while (!contentLine().isEmpty()) {
			continue;
		}
	}

	private String contentLine() throws IOException {
		String line = line();
		this.content.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		return line;
	}

	private void octets(int length) throws IOException {
		byte[] octets = this.in.readNBytes(length);
		this.content.writeBytes(octets);
		if (octets.length < length) {
			throw new EOFException();
		}
	}

	private Ending toEnd() throws IOException {
		try {
			for (int octet = this.in.read(); octet >= 0; octet = this.in.read()) {
				this.content.write(octet);
			}
			return Ending.CLOSED;
		}
		catch (SocketException ex) {
			return Ending.RESET;
		}
	}

	private List<String> values(String name) {
		String prefix = name + ":";
		return this.fields.stream()
			.filter((field) -> field.toLowerCase(Locale.ROOT).startsWith(prefix))
			.map((field) -> field.substring(prefix.length()).trim())
			.toList();
	}

	/** A line without its CR LF; where the CR is missing, this is told apart. */
	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int octet = octet(); octet != '\n'; octet = octet()) {
			line.append((char) octet);
		}
		int last = line.length() - 1;
		if (last < 0 || line.charAt(last) != '\r') {
			return line.append("(no CR)").toString();
		}
		line.setLength(last);
		return line.toString();
	}

	private int octet() throws IOException {
		int octet = this.in.read();
		if (octet < 0) {
			throw new EOFException();
		}
		return octet;
	}

	private Answer answer(Ending ending) {
		return new Answer(List.copyOf(this.interim), this.statusLine, List.copyOf(this.fields),
				this.content.toString(StandardCharsets.ISO_8859_1), ending);
	}

}
