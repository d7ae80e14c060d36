package io.uringboot.autoconfigure.fastpath;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import org.junit.jupiter.api.Test;
import reactor.netty.NettyPipeline;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing is answered past what the application has put in front of its handler methods.
 */
class PassedHandlerTests {

	@Test
	void aFilterSeesEachRequest() {
		try (FastPathServer server = FastPathServer.start(Filtered.class)) {
			assertThat(server.get("/hello").head()).contains("X-Filter: was here");
			assertThat(server.get("/").head()).contains("X-Filter: was here");
			assertThat(server.inPlace()).isZero();
		}
	}

	@Test
	void aNeutralCustomizerWithAHandlerOfItsOwnIsNotPassed() {
		try (FastPathServer server = FastPathServer.start(Customized.class, "uring.fast-path.neutral-beans=counting")) {
			assertThat(server.report().compiled()).isEqualTo(1);
			assertThat(server.get("/hello").body()).isEqualTo("hello");
			assertThat(server.get("/hello").body()).isEqualTo("hello");
			assertThat(Customized.SEEN).hasValue(2);
			assertThat(server.inPlace()).isZero();
		}
	}

	@Test
	void anAccessLogIsWritten() {
		try (FastPathServer server = FastPathServer.start(Logged.class, "uring.fast-path.neutral-beans=log")) {
			assertThat(server.report().compiled()).isEqualTo(1);
			assertThat(server.get("/hello").body()).isEqualTo("hello");
			assertThat(Logged.LINES).hasValue(1);
			assertThat(server.inPlace()).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Filtered {

		@Bean
		WebFilter addsAField() {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("X-Filter", "was here");
				return chain.filter(exchange);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Customized {

		static final AtomicInteger SEEN = new AtomicInteger();

		@Bean
		NettyServerCustomizer counting() {
			SEEN.set(0);
			return (server) -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
				.addAfter(NettyPipeline.HttpCodec, "counting", new ChannelInboundHandlerAdapter() {

					@Override
					public void channelRead(ChannelHandlerContext ctx, Object message) {
						if (message instanceof HttpRequest) {
							SEEN.incrementAndGet();
						}
						ctx.fireChannelRead(message);
					}

				}));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Logged {

		static final AtomicInteger LINES = new AtomicInteger();

		@Bean
		NettyServerCustomizer log() {
			LINES.set(0);
			return (server) -> server.accessLog(true, (arguments) -> {
				LINES.incrementAndGet();
				return null;
			});
		}

	}

	@RestController
	static class Endpoints {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

	}

}
