package io.uringboot.autoconfigure.resources;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.CachingResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;

/**
 * Spring's resolver with a cache, but for files that have been removed since they were
 * found: Spring goes on finding them, and the answer is 500 until the next start.
 */
final class CheckedCachingResourceResolver extends CachingResourceResolver {

	CheckedCachingResourceResolver(CachingResourceResolver resolver) {
		super(resolver.getCache());
		setContentCodings(resolver.getContentCodings());
	}

	@Override
	protected Mono<Resource> resolveResourceInternal(@Nullable ServerWebExchange exchange, String requestPath,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		return super.resolveResourceInternal(exchange, requestPath, locations, chain).flatMap((resource) -> {
			if (!resource.isFile() || resource.isReadable()) {
				return Mono.just(resource);
			}
			getCache().evict(computeKey(exchange, requestPath, locations));
			return super.resolveResourceInternal(exchange, requestPath, locations, chain);
		});
	}

}
