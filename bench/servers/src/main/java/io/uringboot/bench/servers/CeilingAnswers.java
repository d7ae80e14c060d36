package io.uringboot.bench.servers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Renders answers from images that are made once a second, when the date changes.
 */
final class CeilingAnswers {

	/** More octets than any answer has. */
	private static final int LARGEST = 256;

	private byte[] bytes = new byte[64 * 1024];

	private int length;

	private byte[] ok = octets("");

	/** Heads by the number of digits. */
	private final byte[][] heads = new byte[Decimal.MAX_LENGTH + 1][];

	private HttpDate date = HttpDate.at(Instant.EPOCH);

	void start() {
		this.length = 0;
		long now = System.currentTimeMillis();
		if (now / 1000 != this.date.second()) {
			render(now);
		}
	}

	private void render(long now) {
		this.date = HttpDate.at(Instant.ofEpochMilli(now));
		for (int digits = 1; digits < this.heads.length; digits++) {
			this.heads[digits] = octets(head(digits, false));
		}
		this.ok = octets(head(2, false) + "ok");
	}

	private String head(int length, boolean close) {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: " + length + "\r\n"
				+ (close ? "connection: close\r\n" : "") + "Date: " + this.date.text() + "\r\n\r\n";
	}

	byte[] bytes() {
		return this.bytes;
	}

	int length() {
		return this.length;
	}

	void ok(boolean close) {
		append(close ? octets(head(2, true) + "ok") : this.ok);
	}

	void sum(int sum, boolean close) {
		int digits = Decimal.length(sum);
		append(close ? octets(head(digits, true)) : this.heads[digits]);
		this.length += digits;
		Decimal.putBefore(this.bytes, this.length, sum);
	}

	void notFound() {
		append(octets("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nconnection: close\r\nDate: " + this.date.text()
				+ "\r\n\r\n"));
	}

	private void append(byte[] octets) {
		if (this.bytes.length - this.length < LARGEST) {
			this.bytes = Arrays.copyOf(this.bytes, 2 * this.bytes.length);
		}
		System.arraycopy(octets, 0, this.bytes, this.length, octets.length);
		this.length += octets.length;
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
