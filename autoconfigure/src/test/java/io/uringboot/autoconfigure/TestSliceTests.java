package io.uringboot.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.test.AutoConfigureWebServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test slices that serve: their server is the application's.
 */
class TestSliceTests {

	@Test
	void standsOnTheEngine() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Slice.class)
			.web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.reactor.netty.shutdown-quiet-period=0s")
			.run()) {
			assertThat(context.getBean(ServerEventLoops.class).isRunning()).isTrue();
			int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			try (RawConnection connection = RawConnection.to(port)) {
				assertThat(connection.send("GET / HTTP/1.1", "Host: localhost").response().values("Date")).hasSize(1);
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigureWebServer
	static class Slice {

		@Bean
		HttpHandler httpHandler() {
			return (request, response) -> response.setComplete();
		}

	}

}
