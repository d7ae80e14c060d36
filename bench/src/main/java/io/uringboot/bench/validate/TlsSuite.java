package io.uringboot.bench.validate;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * What is agreed on in TLS handshakes, and what never may be.
 */
final class TlsSuite implements Suite {

	private static final List<String> SUITES = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
			"TLS_CHACHA20_POLY1305_SHA256");

	@Override
	public void run(Server server, Checklist checks) {
		// The handshake itself fails with any other certificate
		checks.check("certificate is the mounted one", () -> judge(server,
				(socket) -> server.mount().certificate().equals(peer(socket)) ? null : "another certificate"));
		checks.check("TLS 1.3 when offered", () -> judge(server, (socket) -> {
			String protocol = socket.getSession().getProtocol();
			return protocol.equals("TLSv1.3") ? null : protocol;
		}));
		checks.check("a suite of TLS 1.3", () -> judge(server, (socket) -> {
			String suite = socket.getSession().getCipherSuite();
			return SUITES.contains(suite) ? null : suite;
		}));
		checks.check("ALPN answers http/1.1 or nothing", () -> judge(server, (socket) -> {
			String protocol = socket.getApplicationProtocol();
			return protocol.isEmpty() || protocol.equals("http/1.1") ? null : protocol;
		}));
		checks.check("handshake by hand with " + ClientHello.MODERN.name(),
				() -> ClientHello.MODERN.isAccepted(server.https().port()) ? null : "refused");
		for (ClientHello hello : ClientHello.OUTDATED) {
			checks.check("no handshake with " + hello.name(), () -> hello.fault(server.https().port()));
		}
	}

	private static Object peer(SSLSocket socket) {
		try {
			return socket.getSession().getPeerCertificates()[0];
		}
		catch (SSLPeerUnverifiedException ex) {
			return ex;
		}
	}

	private static @Nullable String judge(Server server, Function<SSLSocket, @Nullable String> judgement)
			throws IOException {
		Origin origin = server.https();
		try (SSLSocket socket = Objects.requireNonNull(origin.tls()).connect(origin.port(), Origin.TIMEOUT)) {
			return judgement.apply(socket);
		}
	}

}
