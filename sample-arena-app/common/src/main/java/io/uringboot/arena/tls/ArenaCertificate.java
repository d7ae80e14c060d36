package io.uringboot.arena.tls;

import java.nio.file.Path;
import java.util.Set;

import io.uringboot.arena.ArenaProperties;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.Assert;

/**
 * Registers the certificate of the TLS ports as an SSL bundle: the mounted one, otherwise
 * one made for this run.
 */
public final class ArenaCertificate implements SslBundleRegistrar {

	/**
	 * The name of the SSL bundle.
	 */
	public static final String BUNDLE_NAME = "arena";

	private static final Log logger = LogFactory.getLog(ArenaCertificate.class);

	private static final SslOptions MODERN_PROTOCOLS = SslOptions.of(null, Set.of("TLSv1.3", "TLSv1.2"));

	private final ArenaProperties properties;

	/**
	 * Create the registrar.
	 * @param properties where to look for a mounted certificate
	 */
	public ArenaCertificate(ArenaProperties properties) {
		this.properties = properties;
	}

	@Override
	public void registerBundles(SslBundleRegistry registry) {
		registry.registerBundle(BUNDLE_NAME, SslBundle.of(stores(), SslBundleKey.NONE, MODERN_PROTOCOLS));
	}

	private SslStoreBundle stores() {
		Path certificate = this.properties.certificate("server.crt");
		Path key = this.properties.certificate("server.key");
		Assert.state((certificate == null) == (key == null),
				() -> "server.crt and server.key belong together, but there is only "
						+ ((certificate != null) ? certificate : key));
		if (certificate == null || key == null) {
			logger.info("Making a self-signed certificate for this run");
			return SelfSignedCertificate.create();
		}
		logger.info("Using the certificate " + certificate);
		return new PemSslStoreBundle(PemSslStoreDetails.forCertificate(certificate.toUri().toString())
			.withPrivateKey(key.toUri().toString()), null);
	}

}
