package io.uringboot.autoconfigure.resources;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.uringboot.autoconfigure.fastpath.FastPathContributor;
import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.fastpath.FastPathRoutes;
import io.uringboot.engine.fastpath.RouteStatistics;
import io.uringboot.engine.http1.Http1Server;
import io.uringboot.engine.testkit.RawConnection;
import org.awaitility.Awaitility;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application that serves a folder, with its static resources on the fast path or not.
 */
final class StaticServer implements AutoCloseable {

	private static final String END = "GET /end HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

	private final ConfigurableApplicationContext context;

	private final FastPath fastPath;

	private StaticServer(ConfigurableApplicationContext context, FastPath fastPath) {
		this.context = context;
		this.fastPath = fastPath;
	}

	/**
	 * Start a server with the settings of the engine's static resources that the given
	 * properties make.
	 */
	static StaticServer start(boolean inPlace, Path folder, Class<?> configuration, String... properties) {
		Map<String, Object> all = new HashMap<>();
		all.put("server.port", "0");
		all.put("server.address", "127.0.0.1");
		all.put("spring.main.banner-mode", "off");
		all.put("spring.reactor.netty.shutdown-quiet-period", "0s");
		all.put("spring.web.resources.add-mappings", "false");
		all.put("uring.http1.enabled", "false"); // the application below puts it in
		all.put("folder", folder.toUri().toString());
		for (String property : properties) {
			String[] keyAndValue = property.split("=", 2);
			all.put(keyAndValue[0], keyAndValue[1]);
		}
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).sources(configuration)
			.web(WebApplicationType.REACTIVE)
			.properties(all)
			.run();
		FastPath fastPath = context.getBean(FastPath.class);
		if (inPlace) {
			FastPathRoutes.Builder routes = FastPathRoutes.builder();
			context.getBeanProvider(FastPathContributor.class)
				.forEach((contributor) -> contributor.contribute(routes, (pattern, handler) -> handler));
			fastPath.replaceRoutes(routes.build());
		}
		return new StaticServer(context, fastPath);
	}

	RawConnection connect() {
		return RawConnection.to(port());
	}

	int port() {
		return ((ReactiveWebServerApplicationContext) this.context).getWebServer().getPort();
	}

	/**
	 * Send a request, and one behind it that ends the connection.
	 * @param requestLine method and target
	 * @param fieldLines further field lines
	 * @return the octets of the first answer, the date left out
	 */
	String exchange(String requestLine, String... fieldLines) {
		try (RawConnection connection = connect()) {
			String fields = (fieldLines.length > 0) ? String.join("\r\n", fieldLines) + "\r\n" : "";
			connection.send(requestLine + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + END);
			String answers = connection.readToEnd();
			String answer = answers.substring(0, Math.max(0, answers.lastIndexOf("HTTP/1.1 ")));
			return answer.replaceFirst("\r\nDate: [^\r]{29}\r\n", "\r\nDate: then\r\n");
		}
	}

	String get(String path, String... fieldLines) {
		return exchange("GET " + path, fieldLines);
	}

	/** The content of the answer to a GET request. */
	String content(String path, String... fieldLines) {
		return contentOf(get(path, fieldLines));
	}

	static String contentOf(String answer) {
		return answer.substring(answer.indexOf("\r\n\r\n") + 4);
	}

	/** Send requests until one is answered in place. */
	void awaitInPlace(String path, String... fieldLines) {
		Awaitility.await().pollInterval(20, TimeUnit.MILLISECONDS).until(() -> {
			long before = answeredInPlace();
			get(path, fieldLines);
			return answeredInPlace() > before;
		});
	}

	boolean isAnsweredInPlace(String requestLine, String... fieldLines) {
		long before = answeredInPlace();
		exchange(requestLine, fieldLines);
		return answeredInPlace() > before;
	}

	long answeredInPlace() {
		return this.fastPath.statistics().stream().mapToLong(RouteStatistics::answered).sum();
	}

	boolean hasRoutes() {
		return !this.fastPath.statistics().isEmpty();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		FastPath fastPath() {
			return FastPath.of(FastPathRoutes.none());
		}

		@Bean
		NettyServerCustomizer codec(FastPath fastPath) {
			return (server) -> Http1Server.create().inPlace(fastPath).apply(server);
		}

		@Bean
		Endpoints endpoints() {
			return new Endpoints();
		}

	}

	@RestController
	static class Endpoints {

		@GetMapping("/end")
		String end() {
			return "end";
		}

		@PostMapping("/static/posted.txt")
		String posted() {
			return "posted";
		}

	}

}
