package io.uringboot.autoconfigure.resources;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Has the application's own resource handlers answer requests that no client has sent, to
 * learn what they would answer to those that come. Blocks.
 */
final class ResourceDispatcher {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final List<HandlerMapping> mappings;

	private final int maxContent;

	private final ServerCodecConfigurer codecs = ServerCodecConfigurer.create();

	private final DefaultWebSessionManager sessions = new DefaultWebSessionManager();

	private final AcceptHeaderLocaleContextResolver locales = new AcceptHeaderLocaleContextResolver();

	/**
	 * Create a dispatcher.
	 * @param mappings the handler mappings in the order in which they are asked
	 * @param maxContent the most bytes of content that are taken where it is not a file
	 */
	ResourceDispatcher(List<HandlerMapping> mappings, int maxContent) {
		this.mappings = mappings;
		this.maxContent = maxContent;
	}

	/**
	 * Find the handler of a request.
	 * @param path the path of the request
	 * @param headers the fields of the request
	 * @return the request at its handler, or {@code null} if no resource handler takes it
	 * for its path alone
	 */
	@Nullable Dispatched dispatch(String path, HttpHeaders headers) {
		LoadedResponse response = new LoadedResponse(this.maxContent);
		ServerWebExchange exchange = new DefaultServerWebExchange(new LoadRequest(path, headers), response,
				this.sessions, this.codecs, this.locales);
		for (HandlerMapping mapping : this.mappings) {
			Object handler = mapping.getHandler(exchange).block(TIMEOUT);
			if (handler != null) {
				return (handler instanceof ResourceWebHandler resourceHandler)
						? new Dispatched(resourceHandler, exchange, response) : null;
			}
			if (mapping instanceof AbstractUrlHandlerMapping urls && hasPatternFor(urls, exchange)) {
				return null; // it looks at more than the path
			}
		}
		return null;
	}

	private static boolean hasPatternFor(AbstractUrlHandlerMapping mapping, ServerWebExchange exchange) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		return mapping.getHandlerMap().keySet().stream().anyMatch((pattern) -> pattern.matches(path));
	}

	/**
	 * A request at its handler.
	 *
	 * @param handler the handler
	 * @param exchange the exchange with all that the mapping has set
	 * @param response takes the answer
	 */
	record Dispatched(ResourceWebHandler handler, ServerWebExchange exchange, LoadedResponse response) {

		/** The path of the resource below the locations of its handler. */
		String resourcePath() {
			PathPattern pattern = this.exchange.getRequiredAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			PathContainer within = this.exchange
				.getRequiredAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE);
			return pattern.hasPatternSyntax() ? within.value() : pattern.getPatternString();
		}

		LoadedResponse answer() {
			this.handler.handle(this.exchange).block(TIMEOUT);
			return this.response;
		}

	}

}
