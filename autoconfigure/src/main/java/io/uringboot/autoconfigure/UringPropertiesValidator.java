package io.uringboot.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.uringboot.autoconfigure.ListenerProperties.Protocol;

import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;

/**
 * Ranges of the {@link UringProperties}. Those of event loops are the same as in
 * {@link io.uringboot.engine.transport.EventLoopSettings}, told by the name of the
 * property so that the failure analysis can show where the value comes from.
 */
final class UringPropertiesValidator {

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

	private static final int MAX_PORT = 65535;

	private static final int MAX_THREADS = 1024;

	private static final int MIN_RING_SIZE = 16;

	private static final int MAX_RING_SIZE = 32768;

	private static final int MAX_COMPLETION_QUEUE_SIZE = 65536;

	private static final int MIN_BUFFERS = 2;

	private static final int MAX_BUFFERS = 16384;

	private static final DataSize MIN_BUFFER_SIZE = DataSize.ofBytes(64);

	private static final DataSize MAX_BUFFER_SIZE = DataSize.ofMegabytes(1);

	private static final int MAX_FIELDS = 10_000;

	private static final int MAX_GZIP_LEVEL = 9;

	private static final int MAX_BROTLI_LEVEL = 11;

	private static final DataSize MAX_SIZE = DataSize.ofMegabytes(16);

	private final UringProperties properties;

	private final Errors errors;

	private UringPropertiesValidator(UringProperties properties, Errors errors) {
		this.properties = properties;
		this.errors = errors;
	}

	static void validate(UringProperties properties, Errors errors) {
		new UringPropertiesValidator(properties, errors).validate();
	}

	private void validate() {
		checkRange("threads", this.properties.getThreads(), 0, MAX_THREADS);
		UringProperties.Ring ring = this.properties.getRing();
		checkPowerOfTwo("ring.size", ring.getSize(), MIN_RING_SIZE, MAX_RING_SIZE);
		checkPowerOfTwo("ring.completionQueueSize", ring.getCompletionQueueSize(),
				Math.max(MIN_RING_SIZE, Math.min(ring.getSize(), MAX_RING_SIZE)), MAX_COMPLETION_QUEUE_SIZE);
		UringProperties.BufferRing bufferRing = this.properties.getBufferRing();
		checkPowerOfTwo("bufferRing.size", bufferRing.getSize(), MIN_BUFFERS, MAX_BUFFERS);
		long bufferSize = bufferRing.getBufferSize().toBytes();
		if (bufferSize < MIN_BUFFER_SIZE.toBytes() || bufferSize > MAX_BUFFER_SIZE.toBytes()) {
			reject("bufferRing.bufferSize", "must be from 64B to 1MB");
		}
		checkHttp1(this.properties.getHttp1());
		checkCompression(this.properties.getCompression());
		checkListeners(this.properties.getListeners());
	}

	private void checkCompression(CompressionProperties compression) {
		checkRange("compression.gzipLevel", compression.getGzipLevel(), 1, MAX_GZIP_LEVEL);
		checkRange("compression.brotliLevel", compression.getBrotliLevel(), 0, MAX_BROTLI_LEVEL);
		DataSize minResponseSize = compression.getMinResponseSize();
		if (minResponseSize != null && minResponseSize.isNegative()) {
			reject("compression.minResponseSize", "must not be negative");
		}
		if (compression.getEncodings().isEmpty()) {
			reject("compression.encodings", "must not be empty");
		}
	}

	private void checkListeners(List<ListenerProperties> listeners) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < listeners.size(); i++) {
			String field = "listeners[" + i + "].";
			ListenerProperties listener = listeners.get(i);
			if (listener.getName() == null || !NAME.matcher(listener.getName()).matches()) {
				reject(field + "name", "must be lower case letters, digits and hyphens");
			}
			else if (!names.add(listener.getName())) {
				reject(field + "name", "must not be the name of another listener");
			}
			if (listener.getPort() == null) {
				reject(field + "port", "must be set");
			}
			else {
				checkRange(field + "port", listener.getPort(), 0, MAX_PORT);
			}
			checkProtocols(field + "protocols", listener.getProtocols(), listener.getSsl().getBundle() != null);
		}
	}

	private void checkProtocols(String field, Set<Protocol> protocols, boolean tls) {
		if (protocols.isEmpty()) {
			reject(field, "must not be empty");
		}
		if (tls && protocols.contains(Protocol.H2C)) {
			reject(field, "must not contain h2c with an SSL bundle, HTTP/2 with TLS is h2");
		}
		if (!tls && protocols.contains(Protocol.H2)) {
			reject(field, "must not contain h2 without an SSL bundle, HTTP/2 without TLS is h2c");
		}
	}

	private void checkHttp1(UringProperties.Http1 http1) {
		if (http1.getRequestTimeout().isNegative()) {
			reject("http1.requestTimeout", "must not be negative");
		}
		checkRange("http1.maxFields", http1.getMaxFields(), 1, MAX_FIELDS);
		checkSize("http1.maxChunkExtensions", http1.getMaxChunkExtensions(), 0);
		checkSize("http1.maxTrailerSection", http1.getMaxTrailerSection(), 0);
		checkSize("http1.maxHeld", http1.getMaxHeld(), 1);
	}

	private void checkSize(String field, DataSize size, long from) {
		if (size.toBytes() < from || size.toBytes() > MAX_SIZE.toBytes()) {
			reject(field, "must be from %dB to 16MB".formatted(from));
		}
	}

	private void checkRange(String field, int value, int from, int to) {
		if (value < from || value > to) {
			reject(field, "must be from %d to %d".formatted(from, to));
		}
	}

	private void checkPowerOfTwo(String field, int value, int from, int to) {
		if (value < from || value > to || Integer.bitCount(value) != 1) {
			reject(field, "must be a power of two from %d to %d".formatted(from, to));
		}
	}

	private void reject(String field, String reason) {
		this.errors.rejectValue(field, "range", reason);
	}

}
