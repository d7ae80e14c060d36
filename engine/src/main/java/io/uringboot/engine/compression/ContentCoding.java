package io.uringboot.engine.compression;

import io.netty.util.AsciiString;

/**
 * The content codings (RFC 9110 §8.4.1) that responses can be given.
 */
public enum ContentCoding {

	/** Brotli (RFC 7932). Needs brotli4j and its native library for the platform. */
	BR("br"),

	/** The gzip format (RFC 1952). */
	GZIP("gzip");

	private final AsciiString token;

	ContentCoding(String token) {
		this.token = AsciiString.cached(token);
	}

	/**
	 * The value of {@code Content-Encoding}.
	 * @return the coding's name
	 */
	public CharSequence token() {
		return this.token;
	}

	/**
	 * Whether this process can encode so.
	 * @return whether there is an encoder
	 */
	public boolean isAvailable() {
		return this != BR || Brotli.isAvailable();
	}

}
