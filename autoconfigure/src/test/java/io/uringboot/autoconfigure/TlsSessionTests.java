package io.uringboot.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import io.netty.handler.ssl.OpenSsl;
import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslManagerBundle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that clients resume, on the server of {@code server.port} and on a listener.
 */
@TlsProviderTest
class TlsSessionTests {

	private static final String[] REQUEST = { "GET /hello HTTP/1.1", "Host: localhost" };

	private final X509Bundle certificate = Certificates.selfSigned("localhost");

	private final Certificates.CountingTrust trust = new Certificates.CountingTrust();

	@TempDir
	private Path directory;

	@Test
	void tlsIsOfTheImplementationThatTheJvmIsFor() {
		assertThat(OpenSsl.isAvailable()).isEqualTo(TlsProviderTest.ProviderCondition.BORING_SSL);
	}

	/**
	 * The server sends no certificate when a session is resumed (RFC 8446 §2.2, RFC 5246
	 * §7.3), so the client has none to judge.
	 */
	@ParameterizedTest
	@CsvSource({ "TLSv1.2,server", "TLSv1.2,listener", "TLSv1.3,server", "TLSv1.3,listener" })
	void isResumed(String version, String listener) throws Exception {
		SSLContext context = clientContext();
		try (RunningApplication application = start()) {
			int port = port(application, listener);
			for (int connection = 0; connection < 4; connection++) {
				assertServed(context, port, version);
			}
			assertThat(this.trust.judged()).as("full handshakes").isEqualTo(1);
			assertServed(clientContext(), port, version);
			assertThat(this.trust.judged()).as("full handshakes").isEqualTo(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "TLSv1.2,server", "TLSv1.2,listener", "TLSv1.3,server", "TLSv1.3,listener" })
	void isNotResumedWhenTheBundleHasChanged(String version, String listener) throws Exception {
		SSLContext context = clientContext();
		X509Bundle renewed = Certificates.selfSigned("localhost");
		try (RunningApplication application = start()) {
			int port = port(application, listener);
			try (RawConnection before = connect(context, port, version)) {
				assertThat(before.send(REQUEST).response().text()).isEqualTo("hello");
				application.context()
					.getBean(SslBundleRegistry.class)
					.updateBundle("web", SslBundle.of(null, null, null, null,
							SslManagerBundle.of(renewed.toKeyManagerFactory(), renewed.toTrustManagerFactory())));
				try (RawConnection after = connect(context, port, version)) {
					assertThat(after.certificate()).isEqualTo(renewed.getCertificate());
					assertThat(after.send(REQUEST).response().text()).isEqualTo("hello");
				}
				assertThat(this.trust.judged()).as("full handshakes").isEqualTo(2);
				assertThat(before.send(REQUEST).response().text()).isEqualTo("hello");
				assertThat(before.certificate()).isEqualTo(this.certificate.getCertificate());
			}
			assertServed(context, port, version);
			assertThat(this.trust.judged()).as("the new session is resumed").isEqualTo(2);
		}
	}

	private static void assertServed(SSLContext context, int port, String version) throws IOException {
		try (RawConnection connection = connect(context, port, version)) {
			assertThat(connection.send(REQUEST).response().text()).isEqualTo("hello");
		}
	}

	private static RawConnection connect(SSLContext context, int port, String version) throws IOException {
		return RawConnection.secured(context, port, (parameters) -> parameters.setProtocols(new String[] { version }));
	}

	/** With a session cache of its own. */
	private SSLContext clientContext() throws Exception {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { this.trust }, null);
		return context;
	}

	private static int port(RunningApplication application, String listener) {
		return listener.equals("server") ? application.port()
				: application.context().getEnvironment().getRequiredProperty("local.uring.more.port", Integer.class);
	}

	private RunningApplication start() {
		String[] properties = { "server.ssl.bundle=web", "uring.listeners[0].name=more", "uring.listeners[0].port=0",
				"uring.listeners[0].protocols=http1", "uring.listeners[0].ssl.bundle=web" };
		String[] bundle = Certificates.pem(this.certificate, this.directory, "web");
		return RunningApplication.start(Stream.of(bundle, properties).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
