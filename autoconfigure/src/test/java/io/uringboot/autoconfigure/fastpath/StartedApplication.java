package io.uringboot.autoconfigure.fastpath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.RequestTotals;
import io.uringboot.engine.testkit.RawConnection;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/**
 * An application that serves on a free port of the loopback address until it is closed.
 */
final class StartedApplication implements AutoCloseable {

	private static final Map<String, Object> DEFAULTS = Map.of("server.port", "0", "server.address", "127.0.0.1",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.banner-mode", "off", "uring.threads", "2");

	private final ReactiveWebServerApplicationContext context;

	private StartedApplication(ReactiveWebServerApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start an application.
	 * @param source configuration or controllers
	 * @param properties properties as {@code key=value}
	 * @return the running application
	 */
	static StartedApplication of(Class<?> source, String... properties) {
		return of(List.of(source), properties);
	}

	static StartedApplication of(List<Class<?>> sources, String... properties) {
		Map<String, Object> all = new HashMap<>(DEFAULTS);
		for (String property : properties) {
			String[] keyAndValue = property.split("=", 2);
			all.put(keyAndValue[0], keyAndValue[1]);
		}
		return new StartedApplication((ReactiveWebServerApplicationContext) new SpringApplicationBuilder(
				Stream.concat(Stream.of(Application.class), sources.stream()).toArray(Class<?>[]::new))
			.web(WebApplicationType.REACTIVE)
			.properties(all)
			.run());
	}

	ReactiveWebServerApplicationContext context() {
		return this.context;
	}

	RequestTotals totals() {
		return this.context.getBean(FastPath.class).totals();
	}

	RawConnection connect() {
		return RawConnection.to(this.context.getWebServer().getPort());
	}

	/**
	 * Send a request on a connection of its own and read until the server closes it.
	 * @param lines request line and fields
	 * @return all that came, but for the value of the date
	 */
	String exchange(String... lines) {
		try (RawConnection connection = connect()) {
			String request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			return connection.send(request).readToEnd().replaceFirst("Date: [^\r]+", "Date: -");
		}
	}

	String get(String path) {
		return exchange("GET " + path + " HTTP/1.1");
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
