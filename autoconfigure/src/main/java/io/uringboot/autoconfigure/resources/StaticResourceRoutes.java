package io.uringboot.autoconfigure.resources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.uringboot.autoconfigure.fastpath.FastPathContributor;
import io.uringboot.engine.fastpath.FastPathRoutes;
import io.uringboot.engine.files.FileResponses;
import io.uringboot.engine.files.FileState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Puts the resource handlers of the application on the fast path: those that are mapped
 * to all paths below a prefix, and whose answers depend on path, codings and files alone.
 */
final class StaticResourceRoutes implements FastPathContributor {

	private static final Log logger = LogFactory.getLog(StaticResourceRoutes.class);

	/** Boot's mapping of the welcome page, which takes no path but the root. */
	private static final String WELCOME_PAGE = "welcomePageRouterFunctionMapping";

	private static final String OWN_PACKAGES = "io.uringboot.";

	private static final String EVERYTHING_BELOW = "**";

	private final ApplicationContext applicationContext;

	private final StaticResourcesProperties.Cache properties;

	StaticResourceRoutes(ApplicationContext applicationContext, StaticResourcesProperties.Cache properties) {
		this.applicationContext = applicationContext;
		this.properties = properties;
	}

	@Override
	public void contribute(FastPathRoutes.Builder routes, Recording recording) {
		Map<String, HandlerMapping> mappings = BeanFactoryUtils.beansOfTypeIncludingAncestors(this.applicationContext,
				HandlerMapping.class, true, false);
		String reason = reasonAgainstAll(mappings);
		if (reason != null) {
			logger.debug("No static resources on the fast path: " + reason);
			return;
		}
		Set<ResourceWebHandler> handlers = new HashSet<>();
		Set<String> prefixes = new TreeSet<>();
		mappings.values().forEach((mapping) -> collect(mapping, handlers, prefixes));
		if (!prefixes.isEmpty()) {
			FileResponses responses = responses(mappings, handlers);
			prefixes.forEach(
					(prefix) -> routes.getAndHeadBelow(prefix, recording.record(prefix + EVERYTHING_BELOW, responses)));
		}
	}

	private FileResponses responses(Map<String, HandlerMapping> mappings, Set<ResourceWebHandler> handlers) {
		List<HandlerMapping> ordered = new ArrayList<>(mappings.values());
		AnnotationAwareOrderComparator.sort(ordered);
		long maxFileSize = this.properties.getMaxFileSize().toBytes();
		ResourceDispatcher dispatcher = new ResourceDispatcher(ordered,
				(int) Math.min(maxFileSize, Integer.MAX_VALUE - 1));
		return FileResponses.of(new ResourceFileSource(dispatcher, handlers, maxFileSize),
				handlers.stream().anyMatch(ResourceChains::isNegotiated), this.properties.getMaxSize().toBytes(),
				this.properties.getCheckInterval(), (task) -> Schedulers.boundedElastic().schedule(task));
	}

	private static @Nullable String reasonAgainstAll(Map<String, HandlerMapping> mappings) {
		if (!FileState.isSupported()) {
			return "files cannot be followed on this platform";
		}
		for (Map.Entry<String, HandlerMapping> mapping : mappings.entrySet()) {
			if (!isPredictable(mapping.getKey(), mapping.getValue())) {
				return "'" + mapping.getKey() + "' may look at more of a request than its path";
			}
		}
		return null;
	}

	private static boolean isPredictable(String name, HandlerMapping mapping) {
		if (mapping instanceof RouterFunctionMapping functions) {
			return functions.getRouterFunction() == null || name.equals(WELCOME_PAGE);
		}
		return mapping instanceof RequestMappingInfoHandlerMapping || mapping instanceof AbstractUrlHandlerMapping
				|| (ClassUtils.getPackageName(mapping.getClass()) + ".").startsWith(OWN_PACKAGES);
	}

	private static void collect(HandlerMapping mapping, Set<ResourceWebHandler> handlers, Set<String> prefixes) {
		if (mapping instanceof SimpleUrlHandlerMapping urls) {
			urls.getHandlerMap().forEach((pattern, handler) -> {
				if (handler instanceof ResourceWebHandler resourceHandler) {
					collect(pattern, resourceHandler, handlers, prefixes);
				}
			});
		}
	}

	private static void collect(PathPattern pattern, ResourceWebHandler handler, Set<ResourceWebHandler> handlers,
			Set<String> prefixes) {
		String text = pattern.getPatternString();
		String prefix = text.endsWith(EVERYTHING_BELOW) ? text.substring(0, text.length() - EVERYTHING_BELOW.length())
				: "";
		if (!FastPathRoutes.isSupportedPrefix(prefix)) {
			logger.debug("Resources of '" + text + "' are not on the fast path: not all below a plain prefix");
		}
		else if (!ResourceChains.isPredictable(handler)) {
			logger.debug("Resources of '" + text + "' are not on the fast path: special resolvers or transformers");
		}
		else if (!handler.getLocations().stream().allMatch(StaticResourceRoutes::canBeFollowed)) {
			logger.debug("Resources of '" + text + "' are not on the fast path: locations that cannot be followed");
		}
		else {
			handlers.add(handler);
			prefixes.add(prefix);
		}
	}

	private static boolean canBeFollowed(Resource location) {
		return location instanceof org.springframework.core.io.ClassPathResource
				? PackagedClassPath.isPackaged(location) : location.isFile();
	}

}
