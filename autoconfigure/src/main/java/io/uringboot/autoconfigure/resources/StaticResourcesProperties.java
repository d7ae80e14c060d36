package io.uringboot.autoconfigure.resources;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings of static resources.
 */
@ConfigurationProperties("uring.static-resources")
public class StaticResourcesProperties {

	/**
	 * Whether to serve static resources by the rules of the engine: weights of the
	 * client's codings count, and resources that are removed are not found any more.
	 */
	private boolean enabled = true;

	/**
	 * Whether to serve the '.br' or '.gz' file beside a resource to clients that accept
	 * it, also where the application has not asked for it.
	 */
	private boolean precompressed = false;

	private final Cache cache = new Cache();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isPrecompressed() {
		return this.precompressed;
	}

	public void setPrecompressed(boolean precompressed) {
		this.precompressed = precompressed;
	}

	public Cache getCache() {
		return this.cache;
	}

	/**
	 * Answers that are kept in memory.
	 */
	public static class Cache {

		/**
		 * Whether to answer from memory as long as the files have not changed.
		 */
		private boolean enabled = true;

		/**
		 * Maximum size of all answers that are kept.
		 */
		private DataSize maxSize = DataSize.ofMegabytes(32);

		/**
		 * Maximum size of a file that is kept. Larger ones are streamed from the disk, as
		 * are all files of which a part is asked for.
		 */
		private DataSize maxFileSize = DataSize.ofMegabytes(1);

		/**
		 * Time for which a file is taken for unchanged after a look at it. Zero to look
		 * at each request, so that the first answer behind a change is new.
		 */
		private Duration checkInterval = Duration.ZERO;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public DataSize getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(DataSize maxSize) {
			this.maxSize = maxSize;
		}

		public DataSize getMaxFileSize() {
			return this.maxFileSize;
		}

		public void setMaxFileSize(DataSize maxFileSize) {
			this.maxFileSize = maxFileSize;
		}

		public Duration getCheckInterval() {
			return this.checkInterval;
		}

		public void setCheckInterval(Duration checkInterval) {
			this.checkInterval = checkInterval;
		}

	}

}
