package io.uringboot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContextBuilder;
import io.uringboot.autoconfigure.ListenerProperties.Protocol;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * TLS of a listener. Unlike Boot's {@code SslServerCustomizer}, which always has HTTP/1.1
 * among what it offers, this one offers the listener's protocols only.
 */
final class ListenerSslCustomizer implements NettyServerCustomizer {

	private final Set<Protocol> protocols;

	private volatile SslProvider sslProvider;

	ListenerSslCustomizer(Set<Protocol> protocols, SslBundle bundle) {
		this.protocols = protocols;
		this.sslProvider = createSslProvider(bundle);
	}

	@Override
	public HttpServer apply(HttpServer server) {
		// The mapping is asked for each connection, so that new ones see an updated
		// bundle.
		return server.secure((spec) -> spec.sslContext(this.sslProvider.getSslContext())
			.setSniAsyncMappings((serverName, promise) -> promise.setSuccess(this.sslProvider)));
	}

	void update(SslBundle bundle) {
		this.sslProvider = createSslProvider(bundle);
	}

	private SslProvider createSslProvider(SslBundle bundle) {
		return SslProvider.builder().sslContext((GenericSslContextSpec<?>) createSslContextSpec(bundle)).build();
	}

	private SslProvider.ProtocolSslContextSpec createSslContextSpec(SslBundle bundle) {
		KeyManagerFactory keyManagerFactory = bundle.getManagers().getKeyManagerFactory();
		SslProvider.ProtocolSslContextSpec spec = this.protocols.contains(Protocol.H2)
				? Http2SslContextSpec.forServer(keyManagerFactory) : Http11SslContextSpec.forServer(keyManagerFactory);
		return spec.configure((builder) -> configure(builder, bundle));
	}

	private void configure(SslContextBuilder builder, SslBundle bundle) {
		builder.trustManager(bundle.getManagers().getTrustManagerFactory());
		builder.applicationProtocolConfig(applicationProtocols());
		SslOptions options = bundle.getOptions();
		if (options.getEnabledProtocols() != null) {
			builder.protocols(options.getEnabledProtocols());
		}
		if (options.getCiphers() != null) {
			builder.ciphers(SslOptions.asSet(options.getCiphers()));
		}
	}

	private ApplicationProtocolConfig applicationProtocols() {
		List<String> names = new ArrayList<>();
		if (this.protocols.contains(Protocol.H2)) {
			names.add(ApplicationProtocolNames.HTTP_2);
		}
		if (this.protocols.contains(Protocol.HTTP1)) {
			names.add(ApplicationProtocolNames.HTTP_1_1);
		}
		return new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
				SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, names);
	}

}
