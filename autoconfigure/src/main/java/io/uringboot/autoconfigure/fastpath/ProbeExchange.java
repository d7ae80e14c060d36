package io.uringboot.autoconfigure.fastpath;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;

/**
 * A request to ask WebFlux's own classes with: it has a method, a path and the two fields
 * that media types are negotiated by, and nobody gets its response.
 */
final class ProbeExchange {

	private ProbeExchange() {
	}

	static ServerWebExchange of(String method, @Nullable String contextPath, String path, @Nullable String accept,
			@Nullable String contentType, ServerCodecConfigurer codecs) {
		HttpHeaders headers = new HttpHeaders();
		if (accept != null) {
			headers.set(HttpHeaders.ACCEPT, accept);
		}
		if (contentType != null) {
			headers.set(HttpHeaders.CONTENT_TYPE, contentType);
		}
		URI uri = URI.create("http://localhost" + path);
		Request request = new Request(HttpMethod.valueOf(method), uri,
				StringUtils.hasLength(contextPath) ? contextPath : null, headers);
		return of(request, new Response(), codecs);
	}

	/** A request whose response goes somewhere. */
	static ServerWebExchange of(String method, @Nullable String accept, ServerHttpResponse response,
			ServerCodecConfigurer codecs) {
		return of(of(method, null, "/", accept, null, codecs).getRequest(), response, codecs);
	}

	private static ServerWebExchange of(ServerHttpRequest request, ServerHttpResponse response,
			ServerCodecConfigurer codecs) {
		return new DefaultServerWebExchange(request, response, new DefaultWebSessionManager(), codecs,
				new AcceptHeaderLocaleContextResolver());
	}

	private static final class Request extends AbstractServerHttpRequest {

		Request(HttpMethod method, URI uri, @Nullable String contextPath, HttpHeaders headers) {
			super(method, uri, contextPath, headers);
		}

		@Override
		protected MultiValueMap<String, HttpCookie> initCookies() {
			return new LinkedMultiValueMap<>();
		}

		@Override
		protected @Nullable SslInfo initSslInfo() {
			return null;
		}

		@Override
		public <T> T getNativeRequest() {
			throw new IllegalStateException("there is no native request");
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.empty();
		}

	}

	private static final class Response extends AbstractServerHttpResponse {

		Response() {
			super(DefaultDataBufferFactory.sharedInstance);
		}

		@Override
		public <T> T getNativeResponse() {
			throw new IllegalStateException("there is no native response");
		}

		@Override
		protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return Mono.empty();
		}

		@Override
		protected void applyStatusCode() {
			// nobody gets it
		}

		@Override
		protected void applyHeaders() {
			// nobody gets them
		}

		@Override
		protected void applyCookies() {
			// nobody gets them
		}

	}

}
