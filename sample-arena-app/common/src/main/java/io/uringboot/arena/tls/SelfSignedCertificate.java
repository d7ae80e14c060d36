package io.uringboot.arena.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import org.springframework.boot.ssl.SslStoreBundle;

/**
 * A self-signed certificate for {@code localhost}. RSA with 2048 bits like the arena's
 * own: the cost of the signature is part of what is compared.
 */
final class SelfSignedCertificate {

	private static final Duration VALIDITY = Duration.ofDays(3650);

	private static final X500Name LOCALHOST = new X500Name("CN=localhost");

	private SelfSignedCertificate() {
	}

	static SslStoreBundle create() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair keys = generator.generateKeyPair();
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("arena", keys.getPrivate(), new char[0], new Certificate[] { sign(keys) });
			return SslStoreBundle.of(store, "", null);
		}
		catch (GeneralSecurityException | OperatorCreationException | IOException ex) {
			throw new IllegalStateException("Cannot make a self-signed certificate", ex);
		}
	}

	private static X509Certificate sign(KeyPair keys)
			throws GeneralSecurityException, OperatorCreationException, IOException {
		// Clients whose clock is behind accept it, too
		Instant from = Instant.now().minus(Duration.ofDays(1));
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(LOCALHOST,
				BigInteger.valueOf(from.toEpochMilli()), Date.from(from), Date.from(from.plus(VALIDITY)), LOCALHOST,
				keys.getPublic());
		GeneralName[] names = { new GeneralName(GeneralName.dNSName, "localhost"),
				new GeneralName(GeneralName.iPAddress, "127.0.0.1") };
		builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
	}

}
