package io.uringboot.engine.compression;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.FastThreadLocal;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;

/**
 * Encodes responses, each on its own: nothing encoded is kept. Decides by the response
 * whether it may be encoded, and by the request which coding it gets.
 * <p>
 * Applied to a server, it encodes what the standard path answers over HTTP/1.1, in place
 * of reactor-netty, which goes on to do so over HTTP/2. Who answers in place asks for the
 * {@link #chosen coding} and the loop's {@link #compressor}. Immutable; thread-safe but
 * for what belongs to an event loop.
 */
public final class Compression implements UnaryOperator<HttpServer> {

	/** Name of the handler that encodes what the standard path answers. */
	public static final String HANDLER = "uring.compression";

	/** Values of {@code Content-Type} whose answer is kept. There are few. */
	private static final int MAX_TYPES = 256;

	private static final byte[] ACCEPT_ENCODING = "accept-encoding".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] USER_AGENT = "user-agent".getBytes(StandardCharsets.US_ASCII);

	private final CompressionSettings settings;

	private final ContentCoding[] codings;

	private final Map<String, Boolean> types = new ConcurrentHashMap<>();

	private final FastThreadLocal<LoopEncoders> encoders = new FastThreadLocal<>() {

		@Override
		protected LoopEncoders initialValue() {
			return new LoopEncoders(Compression.this.settings);
		}

		@Override
		protected void onRemoval(LoopEncoders encoders) {
			encoders.destroy();
		}

	};

	/**
	 * Creates the compression.
	 * @param settings which responses are encoded, and how
	 */
	public Compression(CompressionSettings settings) {
		this.settings = settings;
		this.codings = settings.codings()
			.stream()
			.filter(ContentCoding::isAvailable)
			.distinct()
			.toArray(ContentCoding[]::new);
	}

	/**
	 * The codings that responses can get.
	 * @return those of the settings that are available, in the order of the settings
	 */
	public List<ContentCoding> codings() {
		return List.of(this.codings);
	}

	/**
	 * Whether a content may be encoded. If so, the response has {@code Accept-Encoding}
	 * in its {@code Vary} field (RFC 9110 §12.5.5), be it encoded or not.
	 * @param contentType the value of {@code Content-Type}, or null if there is none
	 * @param length the content's length in bytes, -1 if it is unknown
	 * @return whether type and length let the content be encoded
	 */
	public boolean isCompressible(@Nullable String contentType, long length) {
		return contentType != null && length != 0 && (length < 0 || length >= this.settings.minResponseSize())
				&& isCompressible(contentType);
	}

	private boolean isCompressible(String contentType) {
		Boolean known = this.types.get(contentType);
		if (known == null) {
			known = this.settings.compressibleTypes().test(contentType);
			if (this.types.size() < MAX_TYPES) {
				this.types.put(contentType, known);
			}
		}
		return known;
	}

	/**
	 * The coding of the answer to a request, if its content is
	 * {@linkplain #isCompressible compressible}. Event loop only.
	 * @param request the request
	 * @return the coding, null for none
	 */
	public @Nullable ContentCoding chosen(RequestHead request) {
		int line = request.indexOfField(ACCEPT_ENCODING, 0);
		if (line < 0 || !request.isHttp11() || isExcluded(request)) {
			return null;
		}
		AcceptEncoding accepted = loop().acceptEncoding;
		accepted.reset();
		while (line >= 0) {
			accepted.add(request.bytes(), request.valueStart(line), request.valueEnd(line));
			line = request.indexOfField(ACCEPT_ENCODING, line + 1);
		}
		return accepted.best(this.codings);
	}

	/**
	 * The coding of the answer to a request. Event loop only.
	 * @param request the request
	 * @param contentType the value of {@code Content-Type}, or null if there is none
	 * @param length the content's length in bytes, -1 if it is unknown
	 * @return the coding, null for none
	 */
	public @Nullable ContentCoding chosen(RequestHead request, @Nullable String contentType, long length) {
		return isCompressible(contentType, length) ? chosen(request) : null;
	}

	/** The same for a request on the standard path, which is one of HTTP/1.1. */
	@Nullable ContentCoding chosen(HttpHeaders request) {
		List<String> lines = request.getAll(HttpHeaderNames.ACCEPT_ENCODING);
		if (lines.isEmpty() || isExcluded(request)) {
			return null;
		}
		AcceptEncoding accepted = loop().acceptEncoding;
		accepted.reset();
		for (String line : lines) {
			byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
			accepted.add(octets, 0, octets.length);
		}
		return accepted.best(this.codings);
	}

	private boolean isExcluded(RequestHead request) {
		if (this.settings.excludedUserAgents().isEmpty()) {
			return false;
		}
		int line = request.indexOfField(USER_AGENT, 0);
		while (line >= 0) {
			String value = request.fieldValue(line);
			if (this.settings.excludedUserAgents().stream().anyMatch(value::equalsIgnoreCase)) {
				return true;
			}
			line = request.indexOfField(USER_AGENT, line + 1);
		}
		return false;
	}

	private boolean isExcluded(HttpHeaders request) {
		for (String excluded : this.settings.excludedUserAgents()) {
			if (request.contains(HttpHeaderNames.USER_AGENT, excluded, true)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The compressor of the event loop whose thread calls.
	 * @param coding one of the {@link #codings()}
	 * @return the compressor, not to be given to another thread
	 */
	public Compressor compressor(ContentCoding coding) {
		return loop().compressor(coding);
	}

	LoopEncoders loop() {
		return this.encoders.get();
	}

	/**
	 * Has the responses of a server encoded.
	 * @param server the server, with the engine's HTTP/1.1 codec applied
	 * @return the server whose responses are encoded
	 */
	@Override
	public HttpServer apply(HttpServer server) {
		return CompressionPipeline.apply(server, this);
	}

}
