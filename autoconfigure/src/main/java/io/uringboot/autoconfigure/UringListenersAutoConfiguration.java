package io.uringboot.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Auto-configuration of {@code uring.listeners}.
 */
@AutoConfiguration(after = UringReactiveWebServerAutoConfiguration.class)
@ConditionalOnBean(UringWebServerFactoryCustomizer.class)
public final class UringListenersAutoConfiguration {

	@Bean
	ListenerWebServers uringListenerWebServers(ConfigurableApplicationContext applicationContext,
			UringProperties properties, UringStartupReport report, ObjectProvider<HttpHandler> handler,
			ObjectProvider<ReactorResourceFactory> resourceFactory, ObjectProvider<NettyRouteProvider> routes,
			ObjectProvider<NettyServerCustomizer> serverCustomizers, ObjectProvider<SslBundles> sslBundles) {
		ListenerWebServerFactory factory = new ListenerWebServerFactory(
				applicationContext.getAutowireCapableBeanFactory(), resourceFactory, routes, serverCustomizers,
				sslBundles.getIfAvailable());
		return new ListenerWebServers(properties, factory, handler, applicationContext, report);
	}

	@Bean
	ListenerGracefulShutdown uringListenerGracefulShutdown(ListenerWebServers servers) {
		return new ListenerGracefulShutdown(servers);
	}

}
