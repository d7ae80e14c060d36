package io.uringboot.autoconfigure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.uringboot.autoconfigure.ServerState.ListenerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What {@link ServerState} tells of the listeners' TLS.
 */
@TlsProviderTest
class TlsListenerStateTests {

	private static final String PROVIDER = TlsProviderTest.ProviderCondition.BORING_SSL ? "BoringSSL" : "JDK";

	private static final String[] LISTENERS = { "uring.listeners[0].name=secure", "uring.listeners[0].port=0",
			"uring.listeners[0].ssl.bundle=web", "uring.listeners[1].name=cleartext", "uring.listeners[1].port=0" };

	@TempDir
	private Path directory;

	@Test
	void isThatOfEachListener() {
		try (RunningApplication application = start("server.ssl.bundle=web")) {
			assertThat(state(application).listeners()).extracting(ListenerState::name, ListenerState::tls)
				.containsExactly(tuple("server", PROVIDER), tuple("secure", PROVIDER), tuple("cleartext", null));
		}
		try (RunningApplication application = start()) {
			assertThat(state(application).listeners()).extracting(ListenerState::tls)
				.containsExactly(null, PROVIDER, null);
		}
	}

	private static ServerState state(RunningApplication application) {
		ResolvableType type = ResolvableType.forClassWithGenerics(Supplier.class, ServerState.class);
		Supplier<ServerState> supplier = application.context().<Supplier<ServerState>>getBeanProvider(type).getObject();
		return supplier.get();
	}

	private RunningApplication start(String... properties) {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), this.directory, "web");
		return RunningApplication
			.start(Stream.of(bundle, LISTENERS, properties).flatMap(Arrays::stream).toArray(String[]::new));
	}

}
