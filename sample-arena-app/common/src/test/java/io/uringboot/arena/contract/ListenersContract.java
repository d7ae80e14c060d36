package io.uringboot.arena.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Random;

import javax.net.ssl.SSLSocket;

import io.uringboot.arena.tls.ArenaCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ports beside the main one.
 */
public abstract class ListenersContract {

	@Autowired
	private SslBundles sslBundles;

	/**
	 * The port of HTTP/1.1 over TLS.
	 * @return the port the server listens on
	 */
	protected abstract int tlsPort();

	/**
	 * The port of HTTP/2 without TLS.
	 * @return the port the server listens on
	 */
	protected abstract int h2cPort();

	/**
	 * The port of HTTP/2 over TLS.
	 * @return the port the server listens on
	 */
	protected abstract int h2Port();

	@Test
	void tlsPortSpeaksHttp11EvenToClientsThatPreferHttp2() throws Exception {
		HttpResponse<String> response = get("https://localhost:" + tlsPort() + "/json/0");
		assertThat(response.version()).isEqualTo(Version.HTTP_1_1);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).isEqualTo("{\"items\":[],\"count\":0}");
	}

	@Test
	void tlsPortEchoesAndServesFiles() throws Exception {
		byte[] body = new byte[10_240];
		new Random(1).nextBytes(body);
		URI echo = URI.create("https://localhost:" + tlsPort() + "/echo");
		HttpClient client = HttpClient.newBuilder().sslContext(client().context()).build();
		HttpResponse<byte[]> response = client.send(
				HttpRequest.newBuilder(echo).POST(BodyPublishers.ofByteArray(body)).build(),
				BodyHandlers.ofByteArray());
		assertThat(response.headers().firstValue("Content-Length")).hasValue("10240");
		assertThat(response.body()).isEqualTo(body);
		assertThat(get("https://localhost:" + tlsPort() + "/static/reset.css").body()).hasSize(8192);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/baseline2?a=13&b=42", "/static/reset.css" })
	void h2PortSpeaksHttp2(String target) throws Exception {
		HttpResponse<String> response = get("https://localhost:" + h2Port() + target);
		assertThat(response.version()).isEqualTo(Version.HTTP_2);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).hasSize(target.startsWith("/static") ? 8192 : 2);
	}

	@Test
	void h2cPortSpeaksHttp2FromTheFirstByte() throws IOException {
		assertThat(PriorKnowledge.get(h2cPort(), "/baseline2?a=13&b=42")).isEqualTo("55");
	}

	@Test
	void h2cPortRefusesHttp11() {
		assertThat(refuses(h2cPort())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.3", "TLSv1.2" })
	void modernTlsIsNegotiated(String protocol) throws Exception {
		try (SSLSocket socket = client().connect(tlsPort(), protocol, "http/1.1")) {
			assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
			assertThat(socket.getApplicationProtocol()).isIn("", "http/1.1");
		}
		try (SSLSocket socket = client().connect(h2Port(), protocol, "h2")) {
			assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
		}
	}

	@Test
	void oldTlsIsRefused() throws IOException {
		// A fatal alert: protocol_version (RFC 5246 section 7.2)
		byte alert = 21;
		assertThat(TlsClient.offerTls11(tlsPort())).startsWith(alert).endsWith(2, 70);
		assertThat(TlsClient.offerTls11(h2Port())).startsWith(alert).endsWith(2, 70);
	}

	@Test
	void certificateIsRsaForLocalhost() throws Exception {
		try (SSLSocket socket = client().connect(tlsPort(), "TLSv1.3", "http/1.1")) {
			X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
			assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
			assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength()).isEqualTo(2048);
		}
	}

	private HttpResponse<String> get(String uri) throws IOException, InterruptedException, GeneralSecurityException {
		HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).sslContext(client().context()).build();
		return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
	}

	private TlsClient client() throws IOException, GeneralSecurityException {
		return new TlsClient(this.sslBundles.getBundle(ArenaCertificate.BUNDLE_NAME));
	}

	private static boolean refuses(int port) {
		try {
			return new ArenaClient(port).get("/baseline2?a=13&b=42").status() >= 400;
		}
		catch (AssertionError | UncheckedIOException ex) {
			// Closed without an HTTP/1.1 answer
			return true;
		}
	}

}
