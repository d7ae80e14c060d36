package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes octets that are nearly requests, always the same ones for a seed.
 */
final class RequestMutator {

	private static final List<String> CORPUS = List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /path/to;a=b?query=%41&x=+y HTTP/1.1\r\nHost: example.org:8080\r\nAccept: */*\r\nX-Y: a, b\r\n\r\n",
			"POST /a HTTP/1.1\r\nHost: [::1]\r\nContent-Length: 5\r\n\r\nhello",
			"POST /b HTTP/1.1\r\nhost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
			"PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\n"
					+ "a;x=\"y\\\"z\"\r\n0123456789\r\n1\r\n!\r\n000;q\r\nT: v\r\nU:\r\n\r\n",
			"HEAD http://example.org/x?y HTTP/1.1\r\nHost: example.org\r\nConnection: keep-alive, x\r\n\r\n",
			"OPTIONS * HTTP/1.1\r\nHost:\r\nContent-Length: 0\r\n\r\n",
			"GET /d HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "POST /e HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc",
			"\r\nDELETE /f HTTP/1.1\r\nHost: a\r\nX:\t \t\r\n\r\n",
			"M-SEARCH /g HTTP/1.1\r\nHost: a\r\nX: \u00e4\u00ff\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
			"GET /h HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: a=b; c=\"d\"\r\n\r\n");

	private static final List<String> PIECES = List.of("\r\n", "\n", "\r", "\r\n\r\n", " ", "\t", ":", ": ", ";", ",",
			"0", "1", "f", "F", "-", "+", "\"", "\\", "\0", "\u007f", "\u0080", "\u00a0", "\u000b", "\u000c", "#", "?",
			"%", "/", "//", "*", "@", "[", "]", "HTTP/1.1", "HTTP/1.0", "GET ", "Host: b\r\n", "Content-Length: 5\r\n",
			"Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n", "chunked", "gzip, ", "0\r\n\r\n",
			"5\r\nhello\r\n", "Connection: close\r\n", "Upgrade: x\r\n", "\r\n x", "X: y\r\n", "x".repeat(300),
			"0000000000000000", "ffffffffffffffff", "http://", "GET / HTTP/1.1\r\nHost: a\r\n\r\n");

	private final Random random;

	RequestMutator(long seed) {
		this.random = new Random(seed);
	}

	byte[] next() {
		StringBuilder valid = new StringBuilder();
		int count = 1 + this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			valid.append(CORPUS.get(this.random.nextInt(CORPUS.size())));
		}
		byte[] octets = valid.toString().getBytes(StandardCharsets.ISO_8859_1);
		int mutations = this.random.nextInt(4);
		for (int i = 0; i < mutations; i++) {
			octets = mutate(octets);
		}
		return octets;
	}

	private byte[] mutate(byte[] octets) {
		int at = this.random.nextInt(octets.length + 1);
		int length = Math.min(octets.length - at, 1 + this.random.nextInt(this.random.nextInt(4) == 0 ? 30 : 3));
		switch (this.random.nextInt(6)) {
			case 0: // one octet becomes any other
				byte[] changed = octets.clone();
				if (at < changed.length) {
					changed[at] = (byte) this.random.nextInt(256);
				}
				return changed;
			case 1: // some are gone
				return join(octets, at, new byte[0], at + length);
			case 2: // some stand twice
				return join(octets, at + length, Arrays.copyOfRange(octets, at, at + length), at + length);
			case 3: // some are moved
				byte[] part = Arrays.copyOfRange(octets, at, at + length);
				byte[] rest = join(octets, at, new byte[0], at + length);
				int to = this.random.nextInt(rest.length + 1);
				return join(rest, to, part, to);
			case 4: // something of the protocol instead of some
				return join(octets, at, piece(), at + length);
			default: // something of the protocol between
				return join(octets, at, piece(), at);
		}
	}

	private byte[] piece() {
		return PIECES.get(this.random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] join(byte[] octets, String behind) {
		return join(octets, octets.length, behind.getBytes(StandardCharsets.ISO_8859_1), octets.length);
	}

	private static byte[] join(byte[] octets, int end, byte[] between, int from) {
		byte[] joined = Arrays.copyOf(octets, end + between.length + octets.length - from);
		System.arraycopy(between, 0, joined, end, between.length);
		System.arraycopy(octets, from, joined, end + between.length, octets.length - from);
		return joined;
	}

	/** Cuts the octets in up to four parts: the ends of all. */
	int[] parts(int length) {
		int[] ends = new int[1 + this.random.nextInt(4)];
		for (int i = 0; i < ends.length; i++) {
			ends[i] = this.random.nextInt(length + 1);
		}
		Arrays.sort(ends);
		ends[ends.length - 1] = length;
		return ends;
	}

}
