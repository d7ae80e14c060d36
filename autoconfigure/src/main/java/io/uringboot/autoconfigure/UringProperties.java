package io.uringboot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Settings of the engine.
 */
@ConfigurationProperties("uring")
public class UringProperties implements Validator {

	/**
	 * Whether to enable the engine.
	 */
	private boolean enabled = true;

	/**
	 * Way to move bytes that the server's event loops stand on. The best one that works
	 * here unless one is demanded, in which case the start fails if it does not work.
	 */
	private Transport transport = Transport.AUTO;

	/**
	 * Number of event loops, each with a thread of its own, up to 1024. Zero for one per
	 * available processor.
	 */
	private int threads = 0;

	/**
	 * Whether to open one listening socket per event loop, so that connections stay on
	 * the loop that accepts them. Not with NIO.
	 */
	private boolean shardedAccept = true;

	/**
	 * Listeners beside the one of server.port, each with a port of its own.
	 */
	@NestedConfigurationProperty
	private List<ListenerProperties> listeners = new ArrayList<>();

	private final Ring ring = new Ring();

	private final BufferRing bufferRing = new BufferRing();

	private final Http1 http1 = new Http1();

	@NestedConfigurationProperty
	private final CompressionProperties compression = new CompressionProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Transport getTransport() {
		return this.transport;
	}

	public void setTransport(Transport transport) {
		this.transport = transport;
	}

	public int getThreads() {
		return this.threads;
	}

	public void setThreads(int threads) {
		this.threads = threads;
	}

	public boolean isShardedAccept() {
		return this.shardedAccept;
	}

	public void setShardedAccept(boolean shardedAccept) {
		this.shardedAccept = shardedAccept;
	}

	public List<ListenerProperties> getListeners() {
		return this.listeners;
	}

	public void setListeners(List<ListenerProperties> listeners) {
		this.listeners = listeners;
	}

	public Ring getRing() {
		return this.ring;
	}

	public BufferRing getBufferRing() {
		return this.bufferRing;
	}

	public Http1 getHttp1() {
		return this.http1;
	}

	public CompressionProperties getCompression() {
		return this.compression;
	}

	@Override
	public boolean supports(Class<?> type) {
		return UringProperties.class.isAssignableFrom(type);
	}

	@Override
	public void validate(Object target, Errors errors) {
		UringPropertiesValidator.validate((UringProperties) target, errors);
	}

	/**
	 * Ways to move bytes.
	 */
	public enum Transport {

		/**
		 * The best one that works: io_uring, else epoll, else NIO.
		 */
		AUTO,

		/**
		 * Linux io_uring.
		 */
		IO_URING,

		/**
		 * Linux epoll.
		 */
		EPOLL,

		/**
		 * Java NIO.
		 */
		NIO

	}

	/**
	 * Rings of the event loops. With io_uring only.
	 */
	public static class Ring {

		/**
		 * Number of entries of the submission queue of each event loop. Power of two from
		 * 16 to 32768.
		 */
		private int size = 512;

		/**
		 * Number of entries of the completion queue of each event loop. Power of two from
		 * the size of the submission queue to 65536.
		 */
		private int completionQueueSize = 4096;

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

		public int getCompletionQueueSize() {
			return this.completionQueueSize;
		}

		public void setCompletionQueueSize(int completionQueueSize) {
			this.completionQueueSize = completionQueueSize;
		}

	}

	/**
	 * Receive buffers that the kernel picks from. With io_uring only.
	 */
	public static class BufferRing {

		/**
		 * Whether to enable rings of receive buffers that the kernel picks from. Needs
		 * Linux 5.19.
		 */
		private boolean enabled = false;

		/**
		 * Number of buffers of each event loop. Power of two from 2 to 16384.
		 */
		private int size = 256;

		/**
		 * Size of each buffer, from 64B to 1MB.
		 */
		private DataSize bufferSize = DataSize.ofKilobytes(16);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getSize() {
			return this.size;
		}

		public void setSize(int size) {
			this.size = size;
		}

		public DataSize getBufferSize() {
			return this.bufferSize;
		}

		public void setBufferSize(DataSize bufferSize) {
			this.bufferSize = bufferSize;
		}

	}

	/**
	 * HTTP/1.1 connections. The limits of request line and header section are those of
	 * the server.
	 */
	public static class Http1 {

		/**
		 * Whether to use the engine's codec, which frames requests strictly and answers
		 * pipelined ones together, in place of Netty's.
		 */
		private boolean enabled = true;

		/**
		 * Time that a client may take for the rest of a request that it has sent in part.
		 * Zero for no limit.
		 */
		private Duration requestTimeout = Duration.ofSeconds(30);

		/**
		 * Maximum number of header fields, and of trailer fields, of a request, from 1 to
		 * 10000.
		 */
		private int maxFields = 100;

		/**
		 * Maximum size of all chunk extensions of a request together, up to 16MB.
		 */
		private DataSize maxChunkExtensions = DataSize.ofKilobytes(4);

		/**
		 * Maximum size of the trailer section of a request, up to 16MB.
		 */
		private DataSize maxTrailerSection = DataSize.ofKilobytes(8);

		/**
		 * Amount of pipelined requests that a connection holds while an answer is being
		 * made, up to 16MB. When it is reached, the connection is not read any more.
		 */
		private DataSize maxHeld = DataSize.ofKilobytes(64);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getRequestTimeout() {
			return this.requestTimeout;
		}

		public void setRequestTimeout(Duration requestTimeout) {
			this.requestTimeout = requestTimeout;
		}

		public int getMaxFields() {
			return this.maxFields;
		}

		public void setMaxFields(int maxFields) {
			this.maxFields = maxFields;
		}

		public DataSize getMaxChunkExtensions() {
			return this.maxChunkExtensions;
		}

		public void setMaxChunkExtensions(DataSize maxChunkExtensions) {
			this.maxChunkExtensions = maxChunkExtensions;
		}

		public DataSize getMaxTrailerSection() {
			return this.maxTrailerSection;
		}

		public void setMaxTrailerSection(DataSize maxTrailerSection) {
			this.maxTrailerSection = maxTrailerSection;
		}

		public DataSize getMaxHeld() {
			return this.maxHeld;
		}

		public void setMaxHeld(DataSize maxHeld) {
			this.maxHeld = maxHeld;
		}

	}

}
