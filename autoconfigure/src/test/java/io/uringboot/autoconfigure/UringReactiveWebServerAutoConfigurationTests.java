package io.uringboot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.EventLoopGroup;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.ShardedHttpServer;
import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UringReactiveWebServerAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner boot = new ReactiveWebApplicationContextRunner(
			AnnotationConfigReactiveWebServerApplicationContext::new)
		.withConfiguration(AutoConfigurations.of(NettyReactiveWebServerAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, SslAutoConfiguration.class))
		.withUserConfiguration(Handler.class)
		.withPropertyValues("server.port=0", "spring.reactor.netty.shutdown-quiet-period=0s");

	private final ReactiveWebApplicationContextRunner runner = this.boot
		.withConfiguration(AutoConfigurations.of(UringReactiveWebServerAutoConfiguration.class,
				UringListenersAutoConfiguration.class, UringServletWebServerAutoConfiguration.class))
		.withPropertyValues("uring.threads=2");

	@Test
	void customizesTheFactoryOfBoot() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(ServerEventLoops.class);
			assertThat(context.getBean(ReactiveWebServerFactory.class))
				.hasSameClassAs(new NettyReactiveWebServerFactory());
			assertThat(context.getBean(ServerEventLoops.class).get().transport()).isEqualTo(Transport.IO_URING);
		});
	}

	@Test
	void leavesTheResourcesOfClientsAlone() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(ReactorResourceFactory.class);
			LoopResources loops = context.getBean(ReactorResourceFactory.class).getLoopResources();
			assertThat(loops).isNotInstanceOf(EventLoops.class);
			EventLoops serverLoops = context.getBean(ServerEventLoops.class).get();
			assertThat(loops.onClient(true)).isNotSameAs(serverLoops.onClient(true));
		});
	}

	@Test
	void leavesBootAsItIsWhenDisabled(CapturedOutput output) {
		this.boot
			.run((plain) -> this.runner.withPropertyValues("uring.enabled=false", "uring.threads=-1").run((context) -> {
				assertThat(context.getBeanDefinitionNames()).containsExactly(plain.getBeanDefinitionNames());
				assertThat(serverOf(context)).isInstanceOf(NettyWebServer.class);
				assertThat(output).contains("Netty started on port").doesNotContain("Uring engine");
			}));
	}

	@Test
	void backsOffWithoutReactorNetty() {
		this.runner.withClassLoader(new FilteredClassLoader(HttpServer.class))
			.withUserConfiguration(OtherServer.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UringProperties.class));
	}

	@Test
	void backsOffWithoutTheReactorNettyServerOfBoot() {
		this.runner.withClassLoader(new FilteredClassLoader(NettyReactiveWebServerFactory.class))
			.withUserConfiguration(OtherServer.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UringProperties.class));
	}

	@Test
	void backsOffWithoutTheEngine() {
		this.runner.withClassLoader(new FilteredClassLoader(EventLoops.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UringProperties.class));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(UringReactiveWebServerAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UringProperties.class));
	}

	@Test
	void customizesAFactoryOfTheApplication(CapturedOutput output) {
		this.runner.withUserConfiguration(OwnFactory.class).run((context) -> {
			assertThat(context).hasSingleBean(ReactiveWebServerFactory.class).hasBean("ownFactory");
			assertThat(output).contains("Uring engine on port " + serverOf(context).getPort() + ": io_uring");
		});
	}

	@Test
	void startsNothingInAContextWithoutAServer() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NettyReactiveWebServerAutoConfiguration.class,
					UringReactiveWebServerAutoConfiguration.class, UringListenersAutoConfiguration.class))
			.withUserConfiguration(Handler.class)
			.withPropertyValues("uring.listeners[0].name=more", "uring.listeners[0].port=0")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ListenerWebServers.class).isRunning()).isFalse();
				assertThat(context.getBean(ServerEventLoops.class).isRunning()).isFalse();
			});
	}

	@Test
	void comesAfterTheCustomizersOfTheApplication() {
		this.runner.withUserConfiguration(OwnCustomizers.class).run((context) -> {
			assertThat(serverOf(context)).isInstanceOf(NettyWebServer.class);
			assertThat(context.getBean(OwnCustomizers.class).seen).hasSize(2)
				.doesNotHaveAnyElementsOfTypes(ShardedHttpServer.class);
		});
	}

	@Test
	void usesTheEventLoopsOfTheApplication(CapturedOutput output) {
		this.runner.withUserConfiguration(OwnResources.class).run((context) -> {
			assertThat(context).doesNotHaveBean(ServerEventLoops.class).hasSingleBean(ReactorResourceFactory.class);
			assertThat(context.getBean(CountingLoopResources.class).used).isTrue();
			assertThat(output).containsOnlyOnce("Uring engine on port " + serverOf(context).getPort()
					+ ": event loops of the application's ReactorResourceFactory");
		});
	}

	@Test
	void tellsThatAnotherServerServes(CapturedOutput output) {
		this.runner.withUserConfiguration(OtherServer.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(ServerEventLoops.class).isRunning()).isFalse();
			assertThat(output).containsOnlyOnce(
					"Uring engine not in use: it stands below reactor-netty, and the web server is StubServer.");
		});
	}

	private static WebServer serverOf(AssertableReactiveWebApplicationContext context) {
		return context.getSourceApplicationContext(ReactiveWebServerApplicationContext.class).getWebServer();
	}

	static final class CountingLoopResources implements LoopResources {

		private final LoopResources delegate = LoopResources.create("own", 1, true);

		private volatile boolean used;

		@Override
		public EventLoopGroup onServer(boolean useNative) {
			this.used = true;
			return this.delegate.onServer(useNative);
		}

		@Override
		public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
			return this.delegate.disposeLater(quietPeriod, timeout);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Handler {

		@Bean
		HttpHandler httpHandler() {
			return (request, response) -> response.setComplete();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFactory {

		@Bean
		NettyReactiveWebServerFactory ownFactory() {
			return new NettyReactiveWebServerFactory();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCustomizers {

		private final List<HttpServer> seen = new ArrayList<>();

		@Bean
		NettyServerCustomizer ownServerCustomizer() {
			return this::see;
		}

		@Bean
		WebServerFactoryCustomizer<NettyReactiveWebServerFactory> ownFactoryCustomizer() {
			return (factory) -> factory.addServerCustomizers(this::see);
		}

		private HttpServer see(HttpServer server) {
			this.seen.add(server);
			return server;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnResources {

		@Bean
		CountingLoopResources countingLoopResources() {
			return new CountingLoopResources();
		}

		@Bean
		ReactorResourceFactory ownResources(CountingLoopResources loops) {
			ReactorResourceFactory factory = new ReactorResourceFactory();
			factory.setUseGlobalResources(false);
			factory.setLoopResources(loops);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherServer {

		@Bean
		ReactiveWebServerFactory otherFactory() {
			return (httpHandler) -> new StubServer();
		}

	}

	static final class StubServer implements WebServer {

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public int getPort() {
			return 4711;
		}

		@Override
		public void shutDownGracefully(GracefulShutdownCallback callback) {
			callback.shutdownComplete(GracefulShutdownResult.IMMEDIATE);
		}

	}

}
