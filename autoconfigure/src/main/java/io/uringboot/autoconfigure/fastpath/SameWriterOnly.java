package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;

/**
 * Writes values only if WebFlux would choose the same message writer by what they are as
 * by what the handler method declares.
 */
final class SameWriterOnly implements BodyWriter {

	private final BodyWriter delegate;

	private final BodyWriters writers;

	private final HttpMessageWriter<?> writer;

	private final MediaType mediaType;

	/** The type seen last, which in most routes is the only one. */
	private volatile @Nullable Class<?> approved;

	SameWriterOnly(BodyWriter delegate, BodyWriters writers, HttpMessageWriter<?> writer, MediaType mediaType) {
		this.delegate = delegate;
		this.writers = writers;
		this.writer = writer;
		this.mediaType = mediaType;
	}

	@Override
	public void write(Object value, ResponseHead head, BodyOutput output, ResponseWriter response) {
		if (value.getClass() != this.approved) {
			approve(value);
		}
		this.delegate.write(value, head, output, response);
	}

	private void approve(Object value) {
		if (value instanceof ProblemDetail || !this.writers.isWrittenBy(this.writer, value, this.mediaType)) {
			throw new IllegalStateException("another message writer is for " + value.getClass());
		}
		this.approved = value.getClass();
	}

}
