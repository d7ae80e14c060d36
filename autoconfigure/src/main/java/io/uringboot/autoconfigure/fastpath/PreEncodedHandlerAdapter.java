package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.uringboot.engine.fastpath.PreEncodedResponse;
import io.uringboot.engine.fastpath.ResponseParts;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives requests on the standard path the response of a method with
 * {@link PreEncoded @PreEncoded}. The method itself is invoked as any other, by WebFlux's
 * own adapter.
 */
final class PreEncodedHandlerAdapter implements HandlerAdapter, Ordered {

	private static final List<String> PRECONDITIONS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE,
			HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE);

	private final PreEncodedMethods methods;

	private final Supplier<RequestMappingHandlerAdapter> adapter;

	private final Supplier<RequestedContentTypeResolver> mediaTypes;

	PreEncodedHandlerAdapter(PreEncodedMethods methods, Supplier<RequestMappingHandlerAdapter> adapter,
			Supplier<RequestedContentTypeResolver> mediaTypes) {
		this.methods = methods;
		this.adapter = adapter;
		this.mediaTypes = mediaTypes;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return handler instanceof HandlerMethod handlerMethod && this.methods.contains(handlerMethod);
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		PreEncodedMethod method = method(exchange, (HandlerMethod) handler);
		Representation current = method.current();
		List<MediaType> requested = this.mediaTypes.get().resolveMediaTypes(exchange);
		boolean isFor = (current != null) ? current.isFor(requested) : Representation.isForAny(requested);
		if (isFor && current != null) {
			return write(current.response(), exchange).then(Mono.empty());
		}
		Mono<HandlerResult> invoked = this.adapter.get().handle(exchange, handler);
		return isFor
				? invoked
					.flatMap((result) -> isOf(handler, result) ? take(result, method, exchange) : Mono.just(result))
				: invoked;
	}

	/** Whether a result is the method's own and not that of an exception handler. */
	private static boolean isOf(Object handler, HandlerResult result) {
		return result.getHandler() instanceof HandlerMethod invoked
				&& invoked.getMethod().equals(((HandlerMethod) handler).getMethod());
	}

	private PreEncodedMethod method(ServerWebExchange exchange, HandlerMethod handlerMethod) {
		HandlerMethod mapped = handlerMethod.getResolvedFromHandlerMethod();
		Set<MediaType> producible = exchange.getAttributeOrDefault(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE,
				Set.of());
		return this.methods.get((mapped != null) ? mapped : handlerMethod, producible);
	}

	private static Mono<HandlerResult> take(HandlerResult result, PreEncodedMethod method, ServerWebExchange exchange) {
		Representation taken = method.take(result.getReturnValue());
		return (taken != null) ? write(taken.response(), exchange).then(Mono.empty()) : Mono.just(result);
	}

	private static Mono<Void> write(PreEncodedResponse encoded, ServerWebExchange exchange) {
		ResponseParts parts = encoded.parts(preconditions(exchange.getRequest().getHeaders()));
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(parts.status().code()));
		// Those that a filter has set give way, as to the fields of a ResponseEntity.
		parts.fields().forEach((field) -> response.getHeaders().remove(field.name()));
		parts.fields().forEach((field) -> response.getHeaders().add(field.name(), field.value()));
		if (!parts.allowsContent()) {
			Object nativeResponse = ServerHttpResponseDecorator.getNativeResponse(response);
			if (nativeResponse instanceof HttpServerResponse http) {
				http.chunkedTransfer(false); // reactor-netty leaves it on in a 304 to
												// HEAD
			}
			return response.setComplete();
		}
		response.getHeaders().setContentLength(parts.content().remaining());
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(parts.content())));
	}

	private static io.netty.handler.codec.http.HttpHeaders preconditions(HttpHeaders headers) {
		io.netty.handler.codec.http.HttpHeaders preconditions = new DefaultHttpHeaders();
		for (String name : PRECONDITIONS) {
			preconditions.add(name, headers.getOrEmpty(name));
		}
		return preconditions;
	}

}
