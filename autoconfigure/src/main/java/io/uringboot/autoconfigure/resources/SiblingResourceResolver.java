package io.uringboot.autoconfigure.resources;

import java.io.IOException;
import java.util.List;

import io.uringboot.engine.files.AcceptedCodings;
import io.uringboot.engine.files.ContentCoding;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;

/**
 * Chooses the {@code .br} or {@code .gz} file beside a resource where the client accepts
 * it. In contrast to Spring's resolver the weights in {@code Accept-Encoding} count (RFC
 * 9110 §12.5.3), and {@code Vary} stands in every answer that could have been another
 * one: also in that with the plain file, and in 304.
 */
final class SiblingResourceResolver implements ResourceResolver {

	@Override
	public Mono<Resource> resolveResource(@Nullable ServerWebExchange exchange, String requestPath,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		Mono<Resource> original = chain.resolveResource(exchange, requestPath, locations);
		return (exchange != null) ? original.map((resource) -> choose(exchange, resource)) : original;
	}

	@Override
	public Mono<String> resolveUrlPath(String resourcePath, List<? extends Resource> locations,
			ResourceResolverChain chain) {
		return chain.resolveUrlPath(resourcePath, locations);
	}

	private static Resource choose(ServerWebExchange exchange, Resource original) {
		AcceptedCodings accepted = accepted(exchange.getRequest().getHeaders());
		for (ContentCoding coding : accepted.codings()) {
			EncodedSibling sibling = sibling(original, coding);
			if (sibling != null) {
				addVary(exchange.getResponse().getHeaders());
				return sibling;
			}
		}
		for (ContentCoding coding : ContentCoding.values()) {
			if (!accepted.codings().contains(coding) && sibling(original, coding) != null) {
				addVary(exchange.getResponse().getHeaders());
				break;
			}
		}
		return original;
	}

	private static AcceptedCodings accepted(HttpHeaders headers) {
		AcceptedCodings accepted = AcceptedCodings
			.parse(String.join(",", headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)));
		return (accepted != null) ? accepted : AcceptedCodings.NONE;
	}

	private static @Nullable EncodedSibling sibling(Resource original, ContentCoding coding) {
		try {
			EncodedSibling sibling = new EncodedSibling(original, coding);
			return sibling.isReadable() ? sibling : null;
		}
		catch (IOException ex) {
			return null; // a resource that has no neighbours
		}
	}

	private static void addVary(HttpHeaders headers) {
		if (headers.getVary().stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
			headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
	}

}
