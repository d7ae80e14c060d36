package io.uringboot.autoconfigure.resources;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.reactive.resource.CachingResourceResolver;
import org.springframework.web.reactive.resource.CachingResourceTransformer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * What becomes of the resolvers of a resource handler.
 */
final class ResourceChains {

	private ResourceChains() {
	}

	/**
	 * The resolvers of the same meaning that follow the disk and know weights. Those of
	 * other types than Spring's, or set up in an unusual way, stay what they are.
	 * @param precompressed whether to look for compressed siblings where only paths are
	 * resolved
	 */
	static List<ResourceResolver> adapt(List<ResourceResolver> resolvers, boolean precompressed) {
		List<ResourceResolver> adapted = new ArrayList<>();
		boolean negotiated = false;
		for (ResourceResolver resolver : resolvers) {
			if (resolver instanceof EncodedResourceResolver encoded && isUsual(encoded)) {
				negotiated = true;
			}
			else {
				adapted.add(checked(resolver));
			}
		}
		if (!adapted.stream().allMatch(ResourceChains::isKnown)) {
			return resolvers.stream().map(ResourceChains::checked).toList();
		}
		if (negotiated || precompressed) {
			// In front of the cache, whose key has the codings without order and weights.
			adapted.removeIf(SiblingResourceResolver.class::isInstance);
			adapted.add(0, new SiblingResourceResolver());
		}
		return adapted;
	}

	private static ResourceResolver checked(ResourceResolver resolver) {
		return (resolver.getClass() == CachingResourceResolver.class)
				? new CheckedCachingResourceResolver((CachingResourceResolver) resolver) : resolver;
	}

	private static boolean isUsual(EncodedResourceResolver resolver) {
		EncodedResourceResolver usual = new EncodedResourceResolver();
		return resolver.getClass() == EncodedResourceResolver.class
				&& resolver.getContentCodings().equals(usual.getContentCodings())
				&& resolver.getExtensions().equals(usual.getExtensions());
	}

	private static boolean isKnown(ResourceResolver resolver) {
		return resolver.getClass() == PathResourceResolver.class || resolver instanceof CheckedCachingResourceResolver
				|| resolver instanceof SiblingResourceResolver;
	}

	/**
	 * Whether an answer depends on path, codings and files alone.
	 */
	static boolean isPredictable(ResourceWebHandler handler) {
		// The cache of transformed resources alone transforms nothing.
		boolean untransformed = handler.getResourceTransformers()
			.stream()
			.allMatch((transformer) -> transformer.getClass() == CachingResourceTransformer.class);
		return handler.getClass() == ResourceWebHandler.class && untransformed
				&& handler.getResourceResolvers().stream().allMatch(ResourceChains::isKnown);
	}

	static boolean isNegotiated(ResourceWebHandler handler) {
		return handler.getResourceResolvers().stream().anyMatch(SiblingResourceResolver.class::isInstance);
	}

}
