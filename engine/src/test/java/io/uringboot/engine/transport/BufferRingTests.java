package io.uringboot.engine.transport;

import java.time.Duration;

import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.testkit.RawConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for provided-buffer rings of {@link EventLoops}.
 */
class BufferRingTests {

	@ParameterizedTest
	@CsvSource({ "2, 64", "8, 1024", "256, 16384" })
	void bodiesLargerThanTheRingComeThrough(int buffers, int bufferSize) {
		EventLoops loops = EventLoops.create(Transport.IO_URING,
				EventLoopSettings.defaults().withThreads(2).withBufferRing(buffers, bufferSize));
		DisposableServer bound = ShardedHttpServer
			.of(HttpServer.create()
				.port(0)
				.handle((request, response) -> response.sendString(ReceivedBody.digest(request))))
			.runOn(loops)
			.bindNow();
		int before = OpenFiles.count();
		String body = "0123456789abcdef".repeat(2 * 1024);
		String digest = ReceivedBody.digest(body);
		for (int connections = 0; connections < 5; connections++) {
			try (RawConnection connection = RawConnection.to(bound.port())) {
				for (int requests = 0; requests < 2; requests++) {
					connection.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
						.formatted(body.length(), body));
					assertThat(connection.readResponse().body()).isEqualTo(digest);
				}
			}
		}
		bound.disposeNow();
		assertThat(OpenFiles.count()).isLessThanOrEqualTo(before);
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
	}

}
