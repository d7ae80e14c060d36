package io.uringboot.autoconfigure.fastpath;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.RouteStatistics;
import io.uringboot.engine.testkit.RawConnection;
import io.uringboot.engine.testkit.RawConnection.Response;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that serves on a free port, with what its fast path says and counts.
 */
final class FastPathServer implements AutoCloseable {

	private static final Map<String, Object> DEFAULTS = Map.of("server.port", "0", "server.address", "127.0.0.1",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.banner-mode", "off",
			// What handlers throw on purpose is logged with its stack trace else.
			"logging.level.org.springframework.boot.webflux", "off", "logging.level.org.springframework.web", "off");

	private final ReactiveWebServerApplicationContext context;

	private FastPathServer(ReactiveWebServerApplicationContext context) {
		this.context = context;
	}

	static FastPathServer start(Class<?> source, String... properties) {
		return start(new SpringApplicationBuilder(), source, properties);
	}

	static FastPathServer start(SpringApplicationBuilder builder, Class<?> source, String... properties) {
		Map<String, Object> all = new HashMap<>(DEFAULTS);
		Arrays.stream(properties)
			.map((property) -> property.split("=", 2))
			.forEach((each) -> all.put(each[0], each[1]));
		return new FastPathServer((ReactiveWebServerApplicationContext) builder.sources(Base.class, source)
			.web(WebApplicationType.REACTIVE)
			.properties(all)
			.run());
	}

	ReactiveWebServerApplicationContext context() {
		return this.context;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	FastPathReport report() {
		return bean(FastPathCompiler.class).report();
	}

	/** How many requests the current routes have answered in place. */
	long inPlace() {
		return bean(FastPath.class).statistics().stream().mapToLong(RouteStatistics::answered).sum();
	}

	RawConnection connect() {
		return RawConnection.to(Objects.requireNonNull(this.context.getWebServer()).getPort());
	}

	Response get(String path, String... fields) {
		return exchange("GET", path, "", fields);
	}

	Response exchange(String method, String path, String content, String... fields) {
		try (RawConnection connection = connect()) {
			return connection.send(request(method, path, content, fields)).readResponse();
		}
	}

	static String request(String method, String path, String content, String... fields) {
		String length = content.isEmpty() ? "" : "Content-Length: " + content.length();
		return String.join("\r\n", Stream
			.concat(Stream.of(method + " " + path + " HTTP/1.1", "Host: localhost", length), Arrays.stream(fields))
			.filter((line) -> !line.isEmpty())
			.toList()) + "\r\n\r\n" + content;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Base {

	}

}
