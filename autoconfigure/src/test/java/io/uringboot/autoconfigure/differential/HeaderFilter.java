package io.uringboot.autoconfigure.differential;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * A filter that every response shows.
 */
class HeaderFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().getHeaders().add("X-Filter", "passed");
		if (exchange.getRequest().getQueryParams().containsKey("a")) {
			exchange.getResponse().getHeaders().add("X-Filter", "with a");
		}
		return chain.filter(exchange);
	}

}
