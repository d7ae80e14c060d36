package io.uringboot.arena.webmvc;

import java.util.Map;

import io.uringboot.arena.tls.ArenaCertificate;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http2.Http2Protocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.CompressionConnectorCustomizer;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * The connectors beside the main one, with all that Boot's properties give the main one:
 * Boot itself leaves additional connectors as they are, without virtual threads.
 */
@Component
@EnableConfigurationProperties(ConnectorPorts.class)
class AdditionalConnectors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

	private static final Log logger = LogFactory.getLog(AdditionalConnectors.class);

	private final ConnectorPorts ports;

	private final SslBundles sslBundles;

	AdditionalConnectors(ConnectorPorts ports, SslBundles sslBundles) {
		this.ports = ports;
		this.sslBundles = sslBundles;
	}

	@Override
	public int getOrder() {
		// Last, to see what all others have configured
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		Connector tls = connector(factory, this.ports.tls());
		encrypt(tls);
		Connector h2c = connector(factory, this.ports.h2c());
		h2c.addUpgradeProtocol(new Http2Protocol());
		factory.addEngineValves(new Http2OnlyValve(h2c));
		Connector h2 = connector(factory, this.ports.h2());
		encrypt(h2);
		h2.addUpgradeProtocol(new Http2Protocol());
		factory.addAdditionalConnectors(tls, h2c, h2);
	}

	@SuppressWarnings("unchecked")
	private Connector connector(TomcatServletWebServerFactory factory, int port) {
		Connector connector = new Connector(factory.getProtocol());
		connector.setPort(port);
		connector.setThrowOnFailure(true);
		connector.setURIEncoding(factory.getUriEncoding().name());
		if (factory.getAddress() != null) {
			connector.setProperty("address", factory.getAddress().getHostAddress());
		}
		for (TomcatProtocolHandlerCustomizer<?> customizer : factory.getProtocolHandlerCustomizers()) {
			((TomcatProtocolHandlerCustomizer<ProtocolHandler>) customizer).customize(connector.getProtocolHandler());
		}
		new CompressionConnectorCustomizer(factory.getCompression()).customize(connector);
		factory.getConnectorCustomizers().forEach((customizer) -> customizer.customize(connector));
		return connector;
	}

	private void encrypt(Connector connector) {
		new SslConnectorCustomizer(logger, connector, null)
			.customize(this.sslBundles.getBundle(ArenaCertificate.BUNDLE_NAME), Map.of());
	}

}
