package io.uringboot.engine.compression;

import java.util.ArrayDeque;

/**
 * What one event loop encodes with.
 */
final class LoopEncoders {

	private final ArrayDeque<GzipEncoder> gzip = new ArrayDeque<>();

	private final int gzipLevel;

	private final int brotliLevel;

	private final Compressor[] compressors = new Compressor[ContentCoding.values().length];

	/** For the request that is being looked at. */
	final AcceptEncoding acceptEncoding = new AcceptEncoding();

	LoopEncoders(CompressionSettings settings) {
		this.gzipLevel = settings.gzipLevel();
		this.brotliLevel = settings.brotliLevel();
		for (ContentCoding coding : settings.codings()) {
			this.compressors[coding.ordinal()] = new Compressor(this, coding);
		}
	}

	Compressor compressor(ContentCoding coding) {
		Compressor compressor = this.compressors[coding.ordinal()];
		if (compressor == null) {
			throw new IllegalArgumentException("coding '" + coding.token() + "' is not among the settings");
		}
		return compressor;
	}

	int brotliLevel() {
		return this.brotliLevel;
	}

	GzipEncoder gzip() {
		GzipEncoder encoder = this.gzip.poll();
		return (encoder != null) ? encoder : new GzipEncoder(this.gzipLevel, this.gzip);
	}

	/** An encoder for a content that comes in parts. */
	ContentEncoder ofParts(ContentCoding coding) {
		return (coding == ContentCoding.BR) ? new BrotliEncoder(this.brotliLevel) : gzip();
	}

	/** An encoder for a content of this length that comes at once. */
	ContentEncoder ofWhole(ContentCoding coding, int length) {
		return (coding == ContentCoding.BR) ? BrotliEncoder.ofWhole(this.brotliLevel, length) : gzip();
	}

	/** How many encoders wait for their next content. */
	int pooled() {
		return this.gzip.size();
	}

	void destroy() {
		this.gzip.forEach(GzipEncoder::destroy);
		this.gzip.clear();
	}

}
