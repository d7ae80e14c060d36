package io.uringboot.engine.compression;

/**
 * Encodes whole contents, one after the other, into an array of its own. Belongs to the
 * event loop whose thread {@linkplain Compression#compressor asked for it} and must not
 * leave it.
 */
public final class Compressor {

	private static final int INITIAL = 16 * 1024;

	/** An array that a large content has made larger than this is not kept. */
	private static final int MAX_KEPT = 256 * 1024;

	private final LoopEncoders encoders;

	private final ContentCoding coding;

	private final int[] written = new int[1];

	private byte[] octets = new byte[INITIAL];

	Compressor(LoopEncoders encoders, ContentCoding coding) {
		this.encoders = encoders;
		this.coding = coding;
	}

	/**
	 * Encodes a content.
	 * @param content array with the content, which is not changed
	 * @param offset index of its first octet
	 * @param length its length in bytes, which may be 0
	 * @return the length of the encoded content in bytes, which stands in
	 * {@link #octets()} from index 0 on
	 * @throws IndexOutOfBoundsException if the content is not within the array
	 */
	public int encode(byte[] content, int offset, int length) {
		if (this.octets.length > MAX_KEPT) {
			this.octets = new byte[INITIAL];
		}
		if (this.coding == ContentCoding.BR) {
			this.octets = BrotliEncoder.encode(this.encoders.brotliLevel(), content, offset, length, this.octets,
					this.written);
			return this.written[0];
		}
		GzipEncoder encoder = this.encoders.gzip();
		try {
			this.octets = encoder.encode(content, offset, length, this.octets);
			return encoder.length();
		}
		finally {
			encoder.release();
		}
	}

	/**
	 * The array that holds the encoded content: another one after each encoding, perhaps,
	 * and overwritten by the next one.
	 * @return the array
	 */
	public byte[] octets() {
		return this.octets;
	}

}
