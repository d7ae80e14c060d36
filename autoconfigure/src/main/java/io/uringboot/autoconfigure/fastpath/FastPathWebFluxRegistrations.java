package io.uringboot.autoconfigure.fastpath;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Has WebFlux use a mapping that tells of its changes.
 */
final class FastPathWebFluxRegistrations implements WebFluxRegistrations {

	@Override
	public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
		return new ObservedRequestMappingHandlerMapping();
	}

}
