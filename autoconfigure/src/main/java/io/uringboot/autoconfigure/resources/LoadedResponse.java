package io.uringboot.autoconfigure.resources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.support.Netty4HeadersAdapter;

/**
 * What a resource handler answers: the fields in the order in which Netty would send
 * them, because they are in Netty's container, and a file instead of its content.
 */
final class LoadedResponse extends AbstractServerHttpResponse implements ZeroCopyHttpOutputMessage {

	private final HttpHeaders fields;

	private final int maxContent;

	private @Nullable Path file;

	private byte @Nullable [] content;

	/**
	 * Create a response.
	 * @param maxContent the most bytes of content that are taken where it is not a file
	 */
	LoadedResponse(int maxContent) {
		this(new DefaultHttpHeaders(), maxContent);
	}

	private LoadedResponse(HttpHeaders fields, int maxContent) {
		super(DefaultDataBufferFactory.sharedInstance,
				new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(fields)));
		this.fields = fields;
		this.maxContent = maxContent;
	}

	int status() {
		HttpStatusCode status = getStatusCode();
		return (status != null) ? status.value() : 200;
	}

	/** The field lines in their order. */
	List<Map.Entry<String, String>> fields() {
		return new ArrayList<>(this.fields.entries());
	}

	/** The file that is sent as a whole, if the content is one. */
	@Nullable Path file() {
		return this.file;
	}

	/** The content, if it is not a file. */
	byte @Nullable [] content() {
		return this.content;
	}

	@Override
	public Mono<Void> writeWith(Path file, long position, long count) {
		return doCommit(() -> {
			this.file = file;
			return Mono.empty();
		});
	}

	@Override
	protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
		return DataBufferUtils.join(body, this.maxContent).doOnNext((buffer) -> {
			byte[] content = new byte[buffer.readableByteCount()];
			buffer.read(content);
			DataBufferUtils.release(buffer);
			this.content = content;
		}).then();
	}

	@Override
	protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return Mono.error(new IllegalStateException("The content of a resource is not flushed in parts"));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T getNativeResponse() {
		return (T) this;
	}

	@Override
	protected void applyStatusCode() {
		// read by status()
	}

	@Override
	protected void applyHeaders() {
		// they are in Netty's container already
	}

	@Override
	protected void applyCookies() {
		// a resource handler sets none
	}

}
