package io.uringboot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that serves on a free port of the loopback address until it is closed.
 */
final class RunningApplication implements AutoCloseable {

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
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.reactor.netty.shutdown-quiet-period=0s", "--spring.main.banner-mode=off"));
		Arrays.stream(properties).map((property) -> "--" + property).forEach(arguments::add);
		SpringApplicationBuilder builder = new SpringApplicationBuilder(SampleApplication.class)
			.sources(additionalSources.toArray(Class<?>[]::new))
			.web(WebApplicationType.REACTIVE);
		return new RunningApplication(builder.run(arguments.toArray(String[]::new)));
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
