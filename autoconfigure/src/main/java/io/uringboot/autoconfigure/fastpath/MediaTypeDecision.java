package io.uringboot.autoconfigure.fastpath;

import java.util.stream.Stream;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.http1.ResponseHead;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides about media types for one handler method, by asking the classes that WebFlux
 * itself asks with a request that has the same fields.
 */
final class MediaTypeDecision {

	private final HandlerMethod handlerMethod;

	private final String method;

	private final HttpResponseStatus status;

	private final ResolvableType bodyType;

	private final @Nullable ResolvableType contentType;

	private final WebFluxParts parts;

	private final BodyWriters writers;

	private final BodyReaders readers;

	MediaTypeDecision(HandlerMethod handlerMethod, String method, HttpResponseStatus status, ResultType resultType,
			@Nullable ResolvableType contentType, WebFluxParts parts) {
		this.handlerMethod = handlerMethod;
		this.method = method;
		this.status = status;
		this.bodyType = resultType.bodyType();
		this.contentType = contentType;
		this.parts = parts;
		this.writers = new BodyWriters(parts.messageWriters(), resultType.view());
		this.readers = new BodyReaders(parts.messageReaders());
	}

	/**
	 * Decide.
	 * @param path the path of the request
	 * @param accept value of the {@code Accept} field, if there is one
	 * @param contentType value of the {@code Content-Type} field, if there is one
	 * @return what was decided, or {@code null} if that is left to the standard path
	 */
	@Nullable Negotiated decide(String path, @Nullable String accept, @Nullable String contentType) {
		try {
			ServerWebExchange exchange = ProbeExchange.of(this.method, this.parts.contextPath(), path, accept,
					contentType, this.parts.codecs());
			return isMapped(exchange) ? decide(exchange) : null;
		}
		catch (RuntimeException ex) {
			return null; // a field that is malformed, for instance, or not acceptable
		}
	}

	/**
	 * Whether there are media types that the fast path knows.
	 * @param path a path that the method is mapped to
	 * @param mapping the conditions that it is mapped by
	 * @return whether some requests can be decided
	 */
	boolean isPossible(String path, RequestMappingInfo mapping) {
		return contentTypes(mapping).anyMatch((contentType) -> decide(path, null, contentType) != null);
	}

	private Stream<@Nullable String> contentTypes(RequestMappingInfo mapping) {
		if (this.contentType == null) {
			return Stream.of((String) null);
		}
		Stream<String> consumed = mapping.getConsumesCondition()
			.getConsumableMediaTypes()
			.stream()
			.map(MediaType::toString);
		return Stream.concat(consumed, Stream.of("application/json", "text/plain", "application/octet-stream"));
	}

	private boolean isMapped(ServerWebExchange exchange) {
		return this.handlerMethod.equals(this.parts.mapping().lookUp(exchange));
	}

	private @Nullable Negotiated decide(ServerWebExchange exchange) {
		BodyReader reader = null;
		if (this.contentType != null) {
			reader = this.readers.choose(this.contentType, exchange.getRequest().getHeaders().getContentType());
			if (reader == null) {
				return null;
			}
		}
		MediaType selected = this.parts.mediaTypes().select(exchange, () -> this.writers.mediaTypes(this.bodyType));
		if (selected == null) {
			return null;
		}
		BodyWriters.Choice choice = this.writers.choose(this.bodyType, selected);
		if (choice == null) {
			return null;
		}
		ResponseHead head = ResponseHead.of(this.status).with("Content-Type", choice.contentType().toString());
		return new Negotiated(choice.contentType(), this.status.code(), head, choice.writer(), reader);
	}

}
