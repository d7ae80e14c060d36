package io.uringboot.autoconfigure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The {@code server.ssl.*} keys.
 */
@TlsProviderTest
class ServerSslTests {

	private static final String[] REQUEST = { "GET /hello HTTP/1.1", "Host: localhost" };

	private final X509Bundle certificate = Certificates.selfSigned("localhost");

	@TempDir
	private Path directory;

	@Test
	void bundle() throws Exception {
		try (RunningApplication application = start("server.ssl.bundle=server");
				RawConnection connection = RawConnection.secured(application.port(), (parameters) -> {
				})) {
			assertThat(connection.certificate()).isEqualTo(this.certificate.getCertificate());
			RawResponse response = connection.send(REQUEST).response();
			assertThat(response.text()).isEqualTo("hello");
			assertThat(response.values("Date")).hasSize(1);
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void startUpLineTellsWhoDoesTls(CapturedOutput output) throws Exception {
		try (RunningApplication application = start("server.ssl.bundle=server")) {
			assertThat(output.toString()
				.lines()
				.filter((line) -> line.contains("Uring engine on port " + application.port()))).singleElement()
				.asString()
				.endsWith(", " + TlsImplementation.describe() + ")");
		}
	}

	@Test
	void reloadOfTheBundle() throws Exception {
		X509Bundle renewed = Certificates.selfSigned("localhost");
		try (RunningApplication application = start("server.ssl.bundle=server");
				RawConnection before = RawConnection.secured(application.port(), (parameters) -> {
				})) {
			application.context()
				.getBean(SslBundleRegistry.class)
				.updateBundle("server", SslBundle.of(null, null, null, null,
						SslManagerBundle.of(renewed.toKeyManagerFactory(), renewed.toTrustManagerFactory())));
			try (RawConnection after = RawConnection.secured(application.port(), (parameters) -> {
			})) {
				assertThat(after.certificate()).isEqualTo(renewed.getCertificate());
				assertThat(after.send(REQUEST).response().text()).isEqualTo("hello");
			}
			assertThat(before.send(REQUEST).response().text()).isEqualTo("hello");
		}
	}

	@Test
	void serverNameBundles() throws Exception {
		X509Bundle other = Certificates.selfSigned("other.example");
		String[] otherBundle = Certificates.pem(other, this.directory, "other");
		try (RunningApplication application = start(otherBundle, "server.ssl.bundle=server",
				"server.ssl.server-name-bundles[0].server-name=other.example",
				"server.ssl.server-name-bundles[0].bundle=other")) {
			try (RawConnection connection = RawConnection.secured(application.port(),
					(parameters) -> parameters.setServerNames(List.of(new SNIHostName("other.example"))))) {
				assertThat(connection.certificate()).isEqualTo(other.getCertificate());
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
			try (RawConnection connection = RawConnection.secured(application.port(),
					(parameters) -> parameters.setServerNames(List.of(new SNIHostName("unknown.example"))))) {
				assertThat(connection.certificate()).isEqualTo(this.certificate.getCertificate());
			}
		}
	}

	@Test
	void certificateFilesWithoutABundle() throws Exception {
		String[] files = Arrays.stream(Certificates.pem(this.certificate, this.directory, "plain"))
			.map((property) -> property.replace("spring.ssl.bundle.pem.plain.keystore.private-key",
					"server.ssl.certificate-private-key"))
			.map((property) -> property.replace("spring.ssl.bundle.pem.plain.keystore.certificate",
					"server.ssl.certificate"))
			.toArray(String[]::new);
		try (RunningApplication application = RunningApplication.start(files);
				RawConnection connection = RawConnection.secured(application.port(), (parameters) -> {
				})) {
			assertThat(connection.certificate()).isEqualTo(this.certificate.getCertificate());
		}
	}

	@Test
	void clientAuth() throws Exception {
		String trust = "spring.ssl.bundle.pem.server.truststore.certificate=file:"
				+ this.directory.resolve("server.crt");
		try (RunningApplication application = start("server.ssl.bundle=server", "server.ssl.client-auth=need", trust)) {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(this.certificate.toKeyManagerFactory().getKeyManagers(), Certificates.trustAll(), null);
			try (RawConnection connection = RawConnection.secured(context, application.port(), (parameters) -> {
			})) {
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
			// With TLS 1.3 the refusal arrives after the client's side of the handshake.
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> {
				try (RawConnection connection = RawConnection.secured(application.port(), (parameters) -> {
				})) {
					connection.send(REQUEST).response();
				}
			}).withStackTraceContaining("Received fatal alert");
		}
	}

	@Test
	void enabledProtocolsAndCiphers() throws Exception {
		try (RunningApplication application = start("server.ssl.bundle=server",
				"spring.ssl.bundle.pem.server.options.enabled-protocols=TLSv1.2",
				"spring.ssl.bundle.pem.server.options.ciphers=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
						+ "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")) {
			assertThatExceptionOfType(SSLException.class).isThrownBy(() -> RawConnection.secured(application.port(),
					(parameters) -> parameters.setProtocols(new String[] { "TLSv1.3" })));
			assertThatExceptionOfType(SSLException.class).isThrownBy(() -> RawConnection.secured(application.port(),
					(parameters) -> parameters.setCipherSuites(new String[] { "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
							"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" })));
			try (RawConnection connection = RawConnection.secured(application.port(), (parameters) -> {
			})) {
				assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
			}
		}
	}

	private RunningApplication start(String... properties) {
		return start(new String[0], properties);
	}

	private RunningApplication start(String[] bundle, String... properties) {
		String[] serverBundle = Certificates.pem(this.certificate, this.directory, "server");
		return RunningApplication
			.start(Stream.of(serverBundle, bundle, properties).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
