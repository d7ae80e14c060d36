package io.uringboot.bench.servers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Scans a batch of requests and renders their answers, in arrays that belong to an event
 * loop.
 */
final class CeilingExchange {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long GET_PIPELINE = eight("GET /pip");

	private static final long PIPELINE_END = eight("eline HT");

	private static final long GET_BASELINE = eight("GET /bas");

	private static final long GET_BASELINE_END = eight("eline11?");

	private static final long POST_BASELINE = eight("POST /ba");

	private static final long POST_BASELINE_END = eight("seline11");

	private static final long CONTENT = eight("content-");

	private static final long LENGTH = eight("length: ");

	private static final long TRANSFER = eight("transfer");

	private static final long CONNECTION = eight("connecti");

	private static final long CONNECTION_CLOSE = eight(": close\r");

	private static final long LOWER_CASE = 0x2020_2020_2020_2020L;

	private static final long LINE_FEEDS = 0x0a0a_0a0a_0a0a_0a0aL;

	private static final long ONES = 0x0101_0101_0101_0101L;

	private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

	/** So that eight octets may be looked at wherever one may. */
	private static final int SLACK = 32;

	private final CeilingAnswers answers = new CeilingAnswers();

	private byte[] input = new byte[16 * 1024];

	private int index;

	private int end;

	private int contentLength;

	private boolean chunked;

	private boolean close;

	/** An array for the input; its first octets are those of the batch. */
	byte[] input(int length) {
		if (length + SLACK > this.input.length) {
			this.input = new byte[Math.max(length + SLACK, 2 * this.input.length)];
		}
		return this.input;
	}

	/**
	 * Answers all requests that are complete.
	 * @return the index behind the last of them
	 */
	int answerAll(int end) {
		this.end = end;
		this.close = false;
		this.answers.start();
		int from = 0;
		while (from < end && !this.close && answer(from)) {
			from = this.index;
		}
		return from;
	}

	boolean isClose() {
		return this.close;
	}

	byte[] output() {
		return this.answers.bytes();
	}

	int outputLength() {
		return this.answers.length();
	}

	private boolean answer(int from) {
		byte[] input = this.input;
		if (!head(input, from)) {
			return false;
		}
		long first = eight(input, from);
		long second = eight(input, from + 8);
		if (first == GET_PIPELINE && second == PIPELINE_END) {
			this.answers.ok(this.close);
		}
		else if (first == GET_BASELINE && second == GET_BASELINE_END) {
			this.answers.sum(query(input, from + 16), this.close);
		}
		else if (first == POST_BASELINE && second == POST_BASELINE_END) {
			int sum = query(input, from + 17);
			if (this.chunked) {
				sum += chunkedContent(input);
			}
			else if (this.end - this.index < this.contentLength) {
				return false;
			}
			else {
				sum += decimal(input, this.index, this.index + this.contentLength);
				this.index += this.contentLength;
			}
			if (this.index < 0) {
				return false;
			}
			this.answers.sum(sum, this.close);
		}
		else {
			this.close = true;
			this.answers.notFound();
		}
		return true;
	}

	/** Goes over the head, taking note of the fields that matter. */
	private boolean head(byte[] input, int from) {
		this.contentLength = 0;
		this.chunked = false;
		int index = from;
		while (true) {
			index = lineFeed(input, index, this.end) + 1;
			if (index == 0 || this.end - index < 2) {
				return false;
			}
			byte first = input[index];
			if (first == '\r') {
				this.index = index + 2;
				return true;
			}
			if ((first | 0x20) == 'c' || (first | 0x20) == 't') {
				field(input, index);
			}
		}
	}

	private void field(byte[] input, int from) {
		long name = eight(input, from) | LOWER_CASE;
		if (name == CONTENT && (eight(input, from + 8) | LOWER_CASE) == LENGTH) {
			this.contentLength = decimal(input, from + 16, this.end);
		}
		else if (name == TRANSFER) {
			this.chunked = true;
		}
		else if (name == CONNECTION) {
			this.close = eight(input, from + 10) == CONNECTION_CLOSE;
		}
	}

	/** Adds the numbers of a query. */
	private static int query(byte[] input, int from) {
		int sum = 0;
		int index = from;
		while (input[index] != ' ') {
			if (input[index++] == '=') {
				boolean negative = input[index] == '-';
				int number = 0;
				for (index += negative ? 1 : 0; input[index] >= '0' && input[index] <= '9'; index++) {
					number = 10 * number + input[index] - '0';
				}
				sum += negative ? -number : number;
			}
		}
		return sum;
	}

	private static int decimal(byte[] input, int from, int to) {
		boolean negative = from < to && input[from] == '-';
		int number = 0;
		for (int i = negative ? from + 1 : from; i < to && input[i] >= '0' && input[i] <= '9'; i++) {
			number = 10 * number + input[i] - '0';
		}
		return negative ? -number : number;
	}

	/** The number in a chunked content; the index is negative if octets are missing. */
	private int chunkedContent(byte[] input) {
		int number = 0;
		boolean negative = false;
		int index = this.index;
		while (true) {
			int line = lineFeed(input, index, this.end);
			int size = 0;
			for (int i = index; i < line - 1; i++) {
				size = 16 * size + Character.digit(input[i], 16);
			}
			index = line + 1 + size + 2;
			if (line < 0 || index > this.end) {
				this.index = -1;
				return 0;
			}
			if (size == 0) {
				this.index = index;
				return negative ? -number : number;
			}
			for (int i = line + 1; i <= line + size; i++) {
				if (input[i] == '-') {
					negative = true;
				}
				else {
					number = 10 * number + input[i] - '0';
				}
			}
		}
	}

	/** Eight octets at a time: a zero octet is one that the subtraction borrows from. */
	private static int lineFeed(byte[] input, int from, int end) {
		for (int i = from; i < end; i += 8) {
			long octets = eight(input, i) ^ LINE_FEEDS;
			long found = (octets - ONES) & ~octets & HIGH_BITS;
			if (found != 0) {
				int index = i + (Long.numberOfTrailingZeros(found) >>> 3);
				return (index < end) ? index : -1;
			}
		}
		return -1;
	}

	private static long eight(byte[] bytes, int index) {
		return (long) LONGS.get(bytes, index);
	}

	private static long eight(String text) {
		return eight(text.getBytes(StandardCharsets.US_ASCII), 0);
	}

}
