package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The framing of a chunked content (RFC 9112 §7.1) as a state machine over the octets
 * between the data: the caller hands it every octet that is not data, and takes as many
 * octets of data as it says. So one implementation serves content that is passed on in
 * slices and content that is collected.
 */
final class ChunkedFraming {

	private enum State {

		SIZE, AFTER_SIZE, EXTENSION, SIZE_LF, DATA_CR, DATA_LF, TRAILER, TRAILER_LF, LAST_LF, END

	}

	/** Digits of a chunk size: 60 bits, the largest whole number of digits below 2^63. */
	private static final int MAX_SIZE_DIGITS = 15;

	private final HttpLimits limits;

	private State state = State.SIZE;

	private long size;

	private int digits;

	private final ChunkExtensions extension = new ChunkExtensions();

	/** Octets of all extensions so far. */
	private int extensions;

	private byte[] line = new byte[0];

	private int lineLength;

	private int trailerBytes;

	private int trailerFields;

	private @Nullable HttpHeaders trailers;

	private @Nullable RequestError error;

	ChunkedFraming(HttpLimits limits) {
		this.limits = limits;
	}

	/** Makes ready for the next content. */
	void reset() {
		this.state = State.SIZE;
		this.size = 0;
		this.digits = 0;
		this.extensions = 0;
		this.lineLength = 0;
		this.trailerBytes = 0;
		this.trailerFields = 0;
		this.trailers = null;
		this.error = null;
	}

	/** How many octets of data come next; 0 if the next octet is one of framing. */
	long data() {
		return (this.state == State.DATA_CR) ? this.size : 0;
	}

	/** Takes note of octets of data. */
	void dataTaken(long count) {
		this.size -= count;
	}

	boolean isEnd() {
		return this.state == State.END;
	}

	@Nullable RequestError error() {
		return this.error;
	}

	/** The trailer fields, if there were any. */
	@Nullable HttpHeaders trailers() {
		return this.trailers;
	}

	/**
	 * Takes the next octet of framing.
	 * @return whether it was right; {@link #error()} tells what was wrong
	 */
	boolean accept(byte octet) {
		switch (this.state) {
			case SIZE -> size(octet);
			case AFTER_SIZE -> afterSize(octet);
			case EXTENSION -> extension(octet);
			case SIZE_LF -> lineFeed(octet, sizeLine());
			case DATA_CR -> expect(octet, Octets.CR, State.DATA_LF);
			case DATA_LF -> expect(octet, Octets.LF, State.SIZE);
			case TRAILER -> trailer(octet);
			case TRAILER_LF -> trailerLine(octet);
			case LAST_LF -> expect(octet, Octets.LF, State.END);
			case END -> throw new IllegalStateException("content has ended");
		}
		return this.error == null;
	}

	private void size(byte octet) {
		int digit = Host.hex(octet);
		if (digit >= 0) {
			if (++this.digits > MAX_SIZE_DIGITS) {
				this.error = RequestError.BAD_CHUNK_SIZE;
				return;
			}
			this.size = this.size << 4 | digit;
		}
		else if (this.digits == 0) {
			this.error = RequestError.BAD_CHUNK_SIZE;
		}
		else {
			afterSize(octet);
		}
	}

	/** RFC 9112 §7.1.1: white space is bad but must be taken before a semicolon. */
	private void afterSize(byte octet) {
		if (octet == Octets.CR && this.state == State.SIZE) {
			this.state = State.SIZE_LF;
		}
		else if (octet == ';') {
			this.state = State.EXTENSION;
			this.extension.reset();
			countExtension();
		}
		else if (octet == Octets.SP || octet == Octets.HTAB) {
			this.state = State.AFTER_SIZE;
			countExtension();
		}
		else {
			this.error = RequestError.BAD_CHUNK_SIZE;
		}
	}

	private void extension(byte octet) {
		countExtension();
		if (octet == Octets.CR && this.extension.mayEnd()) {
			this.state = State.SIZE_LF;
		}
		else if (!this.extension.accept(octet)) {
			this.error = RequestError.BAD_CHUNK_EXTENSION;
		}
	}

	private void countExtension() {
		if (++this.extensions > this.limits.maxChunkExtensions()) {
			this.error = RequestError.BAD_CHUNK_EXTENSION;
		}
	}

	private State sizeLine() {
		return (this.size == 0) ? State.TRAILER : State.DATA_CR;
	}

	private void lineFeed(byte octet, State next) {
		expect(octet, Octets.LF, next);
		this.digits = 0;
	}

	private void expect(byte octet, byte expected, State next) {
		if (octet != expected) {
			this.error = (this.state == State.SIZE_LF || this.state == State.LAST_LF) ? RequestError.BAD_LINE_END
					: RequestError.BAD_CHUNK_END;
			return;
		}
		this.state = next;
	}

	private void trailer(byte octet) {
		if (octet == Octets.CR) {
			this.state = (this.lineLength == 0) ? State.LAST_LF : State.TRAILER_LF;
			return;
		}
		if (++this.trailerBytes > this.limits.maxTrailerSection()) {
			this.error = RequestError.TRAILERS_TOO_LARGE;
			return;
		}
		if (!Octets.is(Octets.FIELD, octet)) {
			this.error = RequestError.BAD_TRAILER;
			return;
		}
		if (this.lineLength == this.line.length) {
			this.line = Arrays.copyOf(this.line, Math.max(64, this.lineLength * 2));
		}
		this.line[this.lineLength++] = octet;
	}

	private void trailerLine(byte octet) {
		if (octet != Octets.LF) {
			this.error = RequestError.BAD_LINE_END;
			return;
		}
		int colon = 0;
		while (colon < this.lineLength && Octets.is(Octets.TOKEN, this.line[colon])) {
			colon++;
		}
		if (colon == 0 || colon == this.lineLength || this.line[colon] != ':') {
			this.error = RequestError.BAD_TRAILER;
			return;
		}
		if (++this.trailerFields > this.limits.maxFields()) {
			this.error = RequestError.TRAILERS_TOO_LARGE;
			return;
		}
		String name = new String(this.line, 0, colon, StandardCharsets.ISO_8859_1);
		String value = new String(this.line, colon + 1, this.lineLength - colon - 1, StandardCharsets.ISO_8859_1);
		addTrailer(name, value.strip());
		this.lineLength = 0;
		this.state = State.TRAILER;
	}

	/** RFC 9110 §6.5.1: fields of framing have no meaning here and are dropped. */
	private void addTrailer(String name, String value) {
		if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)
				|| HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)
				|| HttpHeaderNames.TRAILER.contentEqualsIgnoreCase(name)) {
			return;
		}
		if (this.trailers == null) {
			this.trailers = DefaultHttpHeadersFactory.trailersFactory().withValidation(false).newHeaders();
		}
		this.trailers.add(name, value);
	}

}
