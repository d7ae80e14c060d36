package io.uringboot.engine.files;

/**
 * Content codings (RFC 9110 §8.4.1) in which files may lie beside the original.
 */
public enum ContentCoding {

	/** Brotli, RFC 7932. */
	BR("br", ".br"),

	/** gzip, RFC 1952. */
	GZIP("gzip", ".gz");

	private final String token;

	private final String extension;

	ContentCoding(String token, String extension) {
		this.token = token;
		this.extension = extension;
	}

	/**
	 * The name of the coding in header fields.
	 * @return the name in lower case
	 */
	public String token() {
		return this.token;
	}

	/**
	 * What the name of a file in this coding has behind that of the original.
	 * @return the extension with its dot
	 */
	public String extension() {
		return this.extension;
	}

}
