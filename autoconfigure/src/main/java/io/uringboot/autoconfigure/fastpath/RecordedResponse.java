package io.uringboot.autoconfigure.fastpath;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;

/**
 * A response that nobody gets, to see what WebFlux would have sent.
 */
final class RecordedResponse extends AbstractServerHttpResponse {

	private byte @Nullable [] body;

	RecordedResponse() {
		super(DefaultDataBufferFactory.sharedInstance);
	}

	/** The body, {@code null} if none was written or only a part of it. */
	byte @Nullable [] body() {
		return this.body;
	}

	@Override
	public <T> T getNativeResponse() {
		throw new IllegalStateException("there is no native response");
	}

	@Override
	protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
		return DataBufferUtils.join(body).doOnNext(this::record).then();
	}

	private void record(DataBuffer buffer) {
		byte[] octets = new byte[buffer.readableByteCount()];
		buffer.read(octets);
		DataBufferUtils.release(buffer);
		this.body = octets;
	}

	@Override
	protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return Mono.error(() -> new IllegalStateException("a stream cannot be recorded"));
	}

	@Override
	protected void applyStatusCode() {
		// stays where it is
	}

	@Override
	protected void applyHeaders() {
		// stay where they are
	}

	@Override
	protected void applyCookies() {
		getCookies().values()
			.forEach((cookies) -> cookies.forEach((cookie) -> getHeaders().add("Set-Cookie", cookie.toString())));
	}

}
