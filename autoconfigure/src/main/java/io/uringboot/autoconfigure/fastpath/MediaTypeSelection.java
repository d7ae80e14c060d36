package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.HandlerResultHandlerSupport;
import org.springframework.web.server.ServerWebExchange;

/**
 * The content negotiation that WebFlux's result handlers have in common.
 */
final class MediaTypeSelection extends HandlerResultHandlerSupport {

	MediaTypeSelection(RequestedContentTypeResolver resolver, ReactiveAdapterRegistry registry) {
		super(resolver, registry);
	}

	@Nullable MediaType select(ServerWebExchange exchange, Supplier<List<MediaType>> producible) {
		return selectMediaType(exchange, producible);
	}

}
