package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;

/**
 * The parts of the application's WebFlux that decide how a handler method is called and
 * its result written.
 *
 * @param mapping the mapping that the handler methods stand in
 * @param messageReaders what contents are read with
 * @param messageWriters what bodies are written with
 * @param mediaTypes the content negotiation
 * @param adapterRegistry knows the reactive types
 * @param conversionService converts arguments
 * @param codecs the codecs of an exchange
 * @param contextPath the base path, if there is one
 * @param blockingExecutor where methods run that may block, or {@code null} for the event
 * loop
 * @param customized what the application has customized
 */
record WebFluxParts(ObservedRequestMappingHandlerMapping mapping, List<HttpMessageReader<?>> messageReaders,
		List<HttpMessageWriter<?>> messageWriters, MediaTypeSelection mediaTypes,
		ReactiveAdapterRegistry adapterRegistry, @Nullable ConversionService conversionService,
		ServerCodecConfigurer codecs, @Nullable String contextPath, @Nullable Executor blockingExecutor,
		Customizations customized) {

}
