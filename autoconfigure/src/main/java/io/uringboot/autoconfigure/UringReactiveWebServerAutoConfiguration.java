package io.uringboot.autoconfigure;

import java.util.function.Supplier;

import io.uringboot.engine.fastpath.FastPath;
import io.uringboot.engine.transport.EventLoops;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.ReactorNettyProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Auto-configuration of the engine in reactive applications.
 * <p>
 * Before everything that imports Boot's {@link ReactorResourceFactory}: one that is there
 * already is the application's own, and its event loops are used.
 */
@AutoConfiguration(before = NettyReactiveWebServerAutoConfiguration.class,
		beforeName = {
				"org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration",
				"org.springframework.boot.rsocket.autoconfigure.RSocketServerAutoConfiguration" })
@ConditionalOnClass({ EventLoops.class, HttpServer.class, NettyReactiveWebServerFactory.class,
		ReactiveHttpInputMessage.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "uring.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ ReactorNettyProperties.class, ServerProperties.class, UringProperties.class })
public final class UringReactiveWebServerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ReactorResourceFactory.class)
	ServerEventLoops uringServerEventLoops(UringProperties properties, ReactorNettyProperties reactorNettyProperties) {
		return new ServerEventLoops(new TransportSelection(properties),
				reactorNettyProperties.getShutdownQuietPeriod());
	}

	@Bean
	UringWebServerFactoryCustomizer uringWebServerFactoryCustomizer(UringProperties properties,
			ServerProperties serverProperties, ObjectProvider<ServerEventLoops> eventLoops,
			ObjectProvider<FastPath> fastPath) {
		return new UringWebServerFactoryCustomizer(properties, serverProperties, eventLoops.getIfAvailable(),
				fastPath.getIfAvailable());
	}

	@Bean
	Supplier<ServerState> uringServerState(UringProperties properties, Environment environment,
			UringWebServerFactoryCustomizer customizer, ObjectProvider<ServerEventLoops> eventLoops) {
		return new ServerStateSupplier(properties, environment, customizer, eventLoops.getIfAvailable());
	}

	@Bean
	UringStartupReport uringStartupReport(ApplicationContext applicationContext,
			UringWebServerFactoryCustomizer customizer, ObjectProvider<ServerEventLoops> eventLoops) {
		return new UringStartupReport(applicationContext, customizer, eventLoops.getIfAvailable());
	}

}
