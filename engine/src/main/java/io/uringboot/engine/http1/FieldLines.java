package io.uringboot.engine.http1;

import java.util.Arrays;

/**
 * The field lines of a head: where each one stands, and what they say together about
 * framing, host and connection. Both hold for every head with the same field section and
 * version, wherever it stands: offsets count from the start of the section.
 */
final class FieldLines {

	private static final int NAME = 0;

	private static final int NAME_END = 1;

	private static final int VALUE = 2;

	private static final int VALUE_END = 3;

	private static final int OFFSETS = 4;

	/** Field lines that there is room for in the beginning. */
	private static final int USUAL = 16;

	boolean close;

	boolean keepAlive;

	boolean expectContinue;

	boolean upgrade;

	boolean chunked;

	/** -1 if there is no {@code Content-Length}. */
	long contentLength;

	/** Index of the {@code Host} field line, -1 if there is none. */
	int hostField;

	private int count;

	private int[] offsets = new int[USUAL * OFFSETS];

	FieldLines() {
		reset();
	}

	/** Forgets the field lines and what they said. */
	void reset() {
		this.count = 0;
		this.hostField = -1;
		this.close = false;
		this.keepAlive = false;
		this.expectContinue = false;
		this.upgrade = false;
		this.chunked = false;
		this.contentLength = -1;
	}

	void add(int name, int nameEnd, int value, int valueEnd) {
		int index = this.count * OFFSETS;
		if (index == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, index * 2);
		}
		int[] offsets = this.offsets;
		offsets[index + NAME] = name;
		offsets[index + NAME_END] = nameEnd;
		offsets[index + VALUE] = value;
		offsets[index + VALUE_END] = valueEnd;
		this.count++;
	}

	int count() {
		return this.count;
	}

	int name(int index) {
		return this.offsets[index * OFFSETS + NAME];
	}

	int nameEnd(int index) {
		return this.offsets[index * OFFSETS + NAME_END];
	}

	int value(int index) {
		return this.offsets[index * OFFSETS + VALUE];
	}

	int valueEnd(int index) {
		return this.offsets[index * OFFSETS + VALUE_END];
	}

	/**
	 * Finds a field line by name.
	 * @param lowerCaseName the name in lower case
	 * @param from the index of the first field line to look at
	 * @param bytes the octets of the head
	 * @param section where the field section starts in them
	 * @return the index of the field line, -1 if there is none (any more)
	 */
	int indexOf(byte[] lowerCaseName, int from, byte[] bytes, int section) {
		int[] offsets = this.offsets;
		for (int i = from; i < this.count; i++) {
			int index = i * OFFSETS;
			if (Octets.equalsIgnoreCase(lowerCaseName, bytes, section + offsets[index + NAME],
					section + offsets[index + NAME_END])) {
				return i;
			}
		}
		return -1;
	}

}
