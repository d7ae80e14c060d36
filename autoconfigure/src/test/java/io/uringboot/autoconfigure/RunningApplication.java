package io.uringboot.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that serves on a free port of the loopback address until it is closed.
 */
final class RunningApplication implements AutoCloseable {

	private static final Map<String, Object> DEFAULTS = Map.of("server.port", "0", "server.address", "127.0.0.1",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.banner-mode", "off");

	private final ConfigurableApplicationContext context;

	private RunningApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start the {@link SampleApplication}.
	 * @param properties properties as {@code key=value}
	 * @return the running application
	 */
	static RunningApplication start(String... properties) {
		return start(List.of(), properties);
	}

	static RunningApplication start(Class<?> additionalSource, String... properties) {
		return start(List.of(additionalSource), properties);
	}

	private static RunningApplication start(List<Class<?>> additionalSources, String... properties) {
		Map<String, Object> all = new HashMap<>(DEFAULTS);
		for (String property : properties) {
			String[] keyAndValue = property.split("=", 2);
			all.put(keyAndValue[0], keyAndValue[1]);
		}
		SpringApplicationBuilder builder = new SpringApplicationBuilder(SampleApplication.class)
			.sources(additionalSources.toArray(Class<?>[]::new))
			.web(WebApplicationType.REACTIVE)
			.properties(all);
		return new RunningApplication(builder.run());
	}

	ReactiveWebServerApplicationContext context() {
		return (ReactiveWebServerApplicationContext) this.context;
	}

	int port() {
		return context().getWebServer().getPort();
	}

	RawConnection connect() {
		return RawConnection.to(port());
	}

	/**
	 * Send a request on a connection of its own.
	 * @param request request line and header fields, without the empty line
	 * @return the response
	 */
	RawResponse exchange(String... request) {
		try (RawConnection connection = connect()) {
			return connection.send(request).response();
		}
	}

	RawResponse get(String path) {
		return exchange("GET " + path + " HTTP/1.1", "Host: localhost");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
