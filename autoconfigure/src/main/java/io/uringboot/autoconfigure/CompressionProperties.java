package io.uringboot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Encoding of responses. What is not set is as {@code server.compression} has it.
 */
public class CompressionProperties {

	/**
	 * Whether to encode HTTP/1.1 responses by the engine instead of reactor-netty. As
	 * server.compression.enabled unless set.
	 */
	private @Nullable Boolean enabled;

	/**
	 * Content codings, of which the first one that a client likes best is used. Brotli
	 * needs brotli4j on the class path and is left out without it.
	 */
	private List<Encoding> encodings = new ArrayList<>(List.of(Encoding.BR, Encoding.GZIP));

	/**
	 * Effort of Brotli, from 0 (fastest) to 11 (smallest).
	 */
	private int brotliLevel = 4;

	/**
	 * Effort of gzip, from 1 (fastest) to 9 (smallest).
	 */
	private int gzipLevel = 6;

	/**
	 * Minimum content length of a response that is encoded. As
	 * server.compression.min-response-size unless set.
	 */
	private @Nullable DataSize minResponseSize;

	/**
	 * Comma-separated list of MIME types that are encoded. As
	 * server.compression.mime-types and additional-mime-types unless set.
	 */
	private String @Nullable [] mimeTypes;

	/**
	 * Comma-separated list of user agents whose responses are not encoded, whole values
	 * without regard to case. As server.compression.excluded-user-agents unless set.
	 */
	private String @Nullable [] excludedUserAgents;

	public @Nullable Boolean getEnabled() {
		return this.enabled;
	}

	public void setEnabled(@Nullable Boolean enabled) {
		this.enabled = enabled;
	}

	public List<Encoding> getEncodings() {
		return this.encodings;
	}

	public void setEncodings(List<Encoding> encodings) {
		this.encodings = encodings;
	}

	public int getBrotliLevel() {
		return this.brotliLevel;
	}

	public void setBrotliLevel(int brotliLevel) {
		this.brotliLevel = brotliLevel;
	}

	public int getGzipLevel() {
		return this.gzipLevel;
	}

	public void setGzipLevel(int gzipLevel) {
		this.gzipLevel = gzipLevel;
	}

	public @Nullable DataSize getMinResponseSize() {
		return this.minResponseSize;
	}

	public void setMinResponseSize(@Nullable DataSize minResponseSize) {
		this.minResponseSize = minResponseSize;
	}

	public String @Nullable [] getMimeTypes() {
		return this.mimeTypes;
	}

	public void setMimeTypes(String @Nullable [] mimeTypes) {
		this.mimeTypes = mimeTypes;
	}

	public String @Nullable [] getExcludedUserAgents() {
		return this.excludedUserAgents;
	}

	public void setExcludedUserAgents(String @Nullable [] excludedUserAgents) {
		this.excludedUserAgents = excludedUserAgents;
	}

	/**
	 * Content codings.
	 */
	public enum Encoding {

		/**
		 * Brotli.
		 */
		BR,

		/**
		 * The gzip format.
		 */
		GZIP

	}

}
