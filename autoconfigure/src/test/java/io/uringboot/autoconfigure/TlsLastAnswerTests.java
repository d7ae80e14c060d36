package io.uringboot.autoconfigure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answer that ends a connection under TLS.
 */
@TlsProviderTest
class TlsLastAnswerTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "TLSv1.2,uring.transport=io_uring", "TLSv1.3,uring.transport=io_uring", "TLSv1.2,uring.transport=nio",
			"TLSv1.3,uring.transport=nio" })
	void isReadByAClientThatGoesOnSending(String version, String transport) throws Exception {
		try (RunningApplication application = start(transport);
				RawConnection connection = RawConnection.secured(application.port(),
						(parameters) -> parameters.setProtocols(new String[] { version }))) {
			connection.send("POST /echo HTTP/1.1", "Host: localhost", "Content-Length: x");
			for (int i = 0; i < 50; i++) {
				connection.sendBytes(new byte[10_000]);
			}
			assertThat(connection.response().status()).isEqualTo(400);
			assertThat(connection.bytes(1)).as("what comes before the end").isEmpty();
		}
	}

	private RunningApplication start(String transport) {
		String[] bundle = Certificates.pem(Certificates.selfSigned("localhost"), this.directory, "web");
		return RunningApplication.start(Stream.of(bundle, new String[] { "server.ssl.bundle=web", transport })
			.flatMap(Arrays::stream)
			.toArray(String[]::new));
	}

}
