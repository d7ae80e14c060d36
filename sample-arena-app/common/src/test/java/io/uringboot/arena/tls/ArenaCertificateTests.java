package io.uringboot.arena.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

import io.uringboot.arena.ArenaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ArenaCertificate}.
 */
class ArenaCertificateTests {

	@TempDir
	private Path directory;

	@Test
	void certificateIsMadeUnlessOneIsMounted() throws Exception {
		SslBundle bundle = register();
		X509Certificate certificate = certificate(bundle);
		certificate.checkValidity();
		certificate.verify(certificate.getPublicKey());
		assertThat(certificate.getSubjectAlternativeNames()).hasSize(2);
		assertThat(certificate(register())).isNotEqualTo(certificate);
	}

	@Test
	void mountedCertificateIsUsed() throws Exception {
		KeyStore store = SelfSignedCertificate.create().getKeyStore();
		String alias = store.aliases().nextElement();
		writePem("server.crt", "CERTIFICATE", store.getCertificate(alias).getEncoded());
		writePem("server.key", "PRIVATE KEY", store.getKey(alias, new char[0]).getEncoded());
		assertThat(certificate(register())).isEqualTo(store.getCertificate(alias));
	}

	@Test
	void certificateWithoutItsKeyIsAnError() throws IOException {
		writePem("server.crt", "CERTIFICATE", new byte[1]);
		assertThatIllegalStateException().isThrownBy(this::register).withMessageContaining("server.crt");
	}

	@Test
	void onlyModernProtocolsAreEnabled() {
		assertThat(register().getOptions().getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
	}

	private SslBundle register() {
		DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry();
		new ArenaCertificate(new ArenaProperties(null, this.directory.toString(), null)).registerBundles(registry);
		return registry.getBundle(ArenaCertificate.BUNDLE_NAME);
	}

	private static X509Certificate certificate(SslBundle bundle) throws Exception {
		KeyStore store = bundle.getStores().getKeyStore();
		return (X509Certificate) store.getCertificate(store.aliases().nextElement());
	}

	private void writePem(String name, String label, byte[] der) throws IOException {
		String content = Base64.getMimeEncoder().encodeToString(der);
		Files.writeString(this.directory.resolve(name),
				"-----BEGIN " + label + "-----\n" + content + "\n-----END " + label + "-----\n");
	}

}
