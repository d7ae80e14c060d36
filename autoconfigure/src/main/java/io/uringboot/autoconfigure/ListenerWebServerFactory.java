package io.uringboot.autoconfigure;

import java.util.Set;

import io.uringboot.autoconfigure.ListenerProperties.Protocol;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpProtocol;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.Assert;

/**
 * Creates the web server of a listener: as Boot's auto-configuration creates that of
 * {@code server.port}, through the same customizers, and then with the listener's own
 * port, address, TLS and protocols.
 */
final class ListenerWebServerFactory {

	private final AutowireCapableBeanFactory beanFactory;

	private final ObjectProvider<ReactorResourceFactory> resourceFactory;

	private final ObjectProvider<NettyRouteProvider> routes;

	private final ObjectProvider<NettyServerCustomizer> serverCustomizers;

	private final @Nullable SslBundles sslBundles;

	ListenerWebServerFactory(AutowireCapableBeanFactory beanFactory,
			ObjectProvider<ReactorResourceFactory> resourceFactory, ObjectProvider<NettyRouteProvider> routes,
			ObjectProvider<NettyServerCustomizer> serverCustomizers, @Nullable SslBundles sslBundles) {
		this.beanFactory = beanFactory;
		this.resourceFactory = resourceFactory;
		this.routes = routes;
		this.serverCustomizers = serverCustomizers;
		this.sslBundles = sslBundles;
	}

	/**
	 * Create the web server of a listener.
	 * @param listener the listener
	 * @param handler the application
	 * @return the server, not started
	 */
	WebServer create(ListenerProperties listener, HttpHandler handler) {
		NettyReactiveWebServerFactory factory = new ListenerFactory();
		factory.setResourceFactory(this.resourceFactory.getIfAvailable());
		this.routes.orderedStream().forEach(factory::addRouteProviders);
		factory.getServerCustomizers().addAll(this.serverCustomizers.orderedStream().toList());
		// Applies the WebServerFactoryCustomizer beans.
		this.beanFactory.initializeBean(factory, "uringListener." + listener.getName());
		customize(factory, listener);
		return factory.getWebServer(handler);
	}

	private void customize(NettyReactiveWebServerFactory factory, ListenerProperties listener) {
		Assert.state(listener.getPort() != null, "Port of a listener must be set");
		factory.setPort(listener.getPort());
		if (listener.getAddress() != null) {
			factory.setAddress(listener.getAddress());
		}
		factory.setSsl(null);
		factory.setHttp2(null);
		factory.addServerCustomizers((server) -> server.protocol(protocols(listener.getProtocols())));
		if (listener.getSsl().getBundle() != null) {
			factory.addServerCustomizers(ssl(listener.getProtocols(), listener.getSsl().getBundle()));
		}
	}

	private static HttpProtocol[] protocols(Set<Protocol> protocols) {
		return protocols.stream().map((protocol) -> switch (protocol) {
			case HTTP1 -> HttpProtocol.HTTP11;
			case H2 -> HttpProtocol.H2;
			case H2C -> HttpProtocol.H2C;
		}).toArray(HttpProtocol[]::new);
	}

	private NettyServerCustomizer ssl(Set<Protocol> protocols, String bundle) {
		Assert.state(this.sslBundles != null, "SSL bundles are not available");
		ListenerSslCustomizer customizer = new ListenerSslCustomizer(protocols, this.sslBundles.getBundle(bundle));
		this.sslBundles.addBundleUpdateHandler(bundle, customizer::update);
		return customizer;
	}

	/**
	 * Tells customizers that it is not the factory of the server of {@code server.port}.
	 */
	static final class ListenerFactory extends NettyReactiveWebServerFactory {

	}

}
