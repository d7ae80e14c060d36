package io.uringboot.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServerConfig;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code server.netty.*} keys.
 */
class ServerNettyPropertiesTests {

	@Test
	void idleTimeoutClosesAnIdleConnection() {
		try (RunningApplication application = RunningApplication.start("server.netty.idle-timeout=200ms");
				RawConnection connection = application.connect()) {
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().status()).isEqualTo(200);
			assertThat(connection.isClosedByPeer()).isTrue();
		}
	}

	@Test
	void connectionTimeoutIsAnOptionOfTheListeningSocket() {
		try (RunningApplication application = RunningApplication.start(Capture.class,
				"server.netty.connection-timeout=3s")) {
			DisposableServer server = application.context().getBean(Capture.class).server.get();
			assertThat(server.channel().config().getOption(ChannelOption.CONNECT_TIMEOUT_MILLIS)).isEqualTo(3000);
		}
	}

	@Test
	void maxInitialLineLength() {
		try (RunningApplication application = RunningApplication.start("server.netty.max-initial-line-length=100B")) {
			assertThat(application.get("/hello?" + "x".repeat(50)).status()).isEqualTo(200);
			assertThat(application.get("/hello?" + "x".repeat(100)).status()).isEqualTo(414);
		}
	}

	@Test
	void maxKeepAliveRequests() {
		try (RunningApplication application = RunningApplication.start("server.netty.max-keep-alive-requests=2");
				RawConnection connection = application.connect()) {
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().values("Connection"))
				.isEmpty();
			assertThat(connection.send("GET /hello HTTP/1.1", "Host: localhost").response().values("Connection"))
				.containsExactly("close");
			assertThat(connection.isClosedByPeer()).isTrue();
		}
	}

	@Test
	void validateHeaders() {
		String[] request = { "GET /hello HTTP/1.1", "Host: localhost", "Invalid(name): value" };
		try (RunningApplication application = RunningApplication.start()) {
			assertThat(application.exchange(request).status()).isEqualTo(400);
		}
		try (RunningApplication application = RunningApplication.start("server.netty.validate-headers=false")) {
			assertThat(application.exchange(request).status()).isEqualTo(200);
		}
	}

	@Test
	void initialBufferSize() {
		try (RunningApplication application = RunningApplication.start(Capture.class,
				"server.netty.initial-buffer-size=256B")) {
			HttpServerConfig config = application.context().getBean(Capture.class).config.get();
			assertThat(config.decoder().initialBufferSize()).isEqualTo(256);
		}
	}

	@Test
	void h2cMaxContentLength() {
		String[] upgrade = { "POST /echo HTTP/1.1", "Host: localhost", "Connection: Upgrade, HTTP2-Settings",
				"Upgrade: h2c", "HTTP2-Settings: AAMAAABk", "Content-Type: text/plain", "Content-Length: 4", };
		try (RunningApplication application = RunningApplication.start("server.http2.enabled=true");
				RawConnection connection = application.connect()) {
			assertThat(connection.send(upgrade).sendBytes("body").response().status()).isEqualTo(413);
		}
		try (RunningApplication application = RunningApplication.start("server.http2.enabled=true",
				"server.netty.h2c-max-content-length=1KB"); RawConnection connection = application.connect()) {
			assertThat(connection.send(upgrade).sendBytes("body").response().status()).isEqualTo(101);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Capture {

		private final AtomicReference<HttpServerConfig> config = new AtomicReference<>();

		private final AtomicReference<DisposableServer> server = new AtomicReference<>();

		@Bean
		NettyServerCustomizer capture() {
			return (server) -> server.doOnBind((config) -> this.config.compareAndSet(null, config))
				.doOnBound((bound) -> this.server.compareAndSet(null, bound));
		}

	}

}
