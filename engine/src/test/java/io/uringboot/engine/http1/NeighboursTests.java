package io.uringboot.engine.http1;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerMetricsRecorder;
import reactor.netty.http.server.logging.AccessLog;
import reactor.netty.http.server.logging.AccessLogFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reactor-netty puts into the pipeline beside the codec.
 */
class NeighboursTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	private static final String PIPELINE = "GET /p/now/1" + HOST + "\r\nGET /s/now/2" + HOST + "\r\nGET /s/later/3"
			+ HOST + "\r\nPOST /s/echo" + HOST + "Content-Length: 5\r\n\r\nhelloGET /p/later/4" + HOST + "\r\n";

	private static final List<String> ANSWERS = List.of("200 now 1", "200 std 2", "200 std 3", "200 hello",
			"200 later 4");

	/** Where a handler behind the codec has to see every request. */
	private static final List<String> STANDARD_ANSWERS = List.of("200 std 1", "200 std 2", "200 std 3", "200 hello",
			"200 std 4");

	private static TestServer start(UnaryOperator<HttpServer> server) {
		return TestServer.start(Transport.IO_URING, (codec) -> codec, server);
	}

	private static void assertPipelineIsAnswered(TestServer server) {
		assertPipelineIsAnswered(server, ANSWERS);
	}

	private static void assertPipelineIsAnswered(TestServer server, List<String> answers) {
		try (WireClient client = server.client()) {
			for (int i = 0; i < 3; i++) {
				client.send(PIPELINE.repeat(5));
				for (int j = 0; j < 5; j++) {
					assertThat(client.summaries(5)).isEqualTo(answers);
				}
			}
		}
	}

	@Test
	void wiretapSeesTheOctets() {
		try (TestServer server = start((plain) -> plain.wiretap(true))) {
			assertPipelineIsAnswered(server);
		}
	}

	@Test
	void accessLogHasEveryRequest() {
		List<String> lines = new CopyOnWriteArrayList<>();
		try (TestServer server = start((plain) -> plain.accessLog(true,
				AccessLogFactory.createFilter((arguments) -> true,
						(arguments) -> AccessLog.create("{}", lines.add(arguments.method() + " " + arguments.uri() + " "
								+ arguments.status() + " " + arguments.contentLength())))))) {
			assertPipelineIsAnswered(server, STANDARD_ANSWERS);
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> lines.size() >= 75);
		}
		assertThat(lines).hasSize(75).contains("GET /s/now/2 200 5", "GET /s/later/3 200 5", "POST /s/echo 200 5");
	}

	@Test
	void compressionLeavesOrderAndContentAsTheyAre() throws Exception {
		try (TestServer server = start((plain) -> plain.compress(true)); WireClient client = server.client()) {
			String request = "GET /s/bytes/50000" + HOST + "Accept-Encoding: gzip\r\n\r\n";
			client.send((request + "GET /p/now/1" + HOST + "\r\n").repeat(10));
			for (int i = 0; i < 10; i++) {
				WireResponse response = client.response();
				assertThat(response.field("content-encoding")).isEqualTo("gzip");
				assertThat(new GZIPInputStream(new java.io.ByteArrayInputStream(response.content())).readAllBytes())
					.isEqualTo(TestRoutes.bytes(50_000));
				assertThat(client.response().text()).isEqualTo("std 1");
			}
			assertPipelineIsAnswered(server, STANDARD_ANSWERS);
		}
	}

	@Test
	void metricsCountEveryRequest() {
		CountingRecorder recorder = new CountingRecorder();
		try (TestServer server = start((plain) -> plain.metrics(true, () -> recorder, (uri) -> uri))) {
			assertPipelineIsAnswered(server, STANDARD_ANSWERS);
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> recorder.responses.get() >= 75);
			assertThat(recorder.responses).hasValue(75);
		}
	}

	@Test
	void refusalsAreAnsweredBesideAllOfThem() {
		try (TestServer server = start((plain) -> plain.wiretap(true)
			.compress(true)
			.accessLog(true)
			.metrics(true, CountingRecorder::new, (uri) -> uri)
			.idleTimeout(Duration.ofSeconds(10))); WireClient client = server.client()) {
			client.send(PIPELINE + "GET / HTTP/1.1\r\n\r\n");
			assertThat(client.summariesToTheEnd()).hasSize(6).last().isEqualTo("400");
		}
	}

	private static final class CountingRecorder implements HttpServerMetricsRecorder {

		private final AtomicInteger responses = new AtomicInteger();

		@Override
		public void recordDataReceivedTime(String uri, String method, Duration time) {
		}

		@Override
		public void recordDataSentTime(String uri, String method, String status, Duration time) {
		}

		@Override
		public void recordResponseTime(String uri, String method, String status, Duration time) {
			this.responses.incrementAndGet();
		}

		@Override
		public void recordDataReceived(SocketAddress remoteAddress, String uri, long bytes) {
		}

		@Override
		public void recordDataSent(SocketAddress remoteAddress, String uri, long bytes) {
		}

		@Override
		public void incrementErrorsCount(SocketAddress remoteAddress, String uri) {
		}

		@Override
		public void recordDataReceived(SocketAddress remoteAddress, long bytes) {
		}

		@Override
		public void recordDataSent(SocketAddress remoteAddress, long bytes) {
		}

		@Override
		public void incrementErrorsCount(SocketAddress remoteAddress) {
		}

		@Override
		public void recordTlsHandshakeTime(SocketAddress remoteAddress, Duration time, String status) {
		}

		@Override
		public void recordConnectTime(SocketAddress remoteAddress, Duration time, String status) {
		}

		@Override
		public void recordResolveAddressTime(SocketAddress remoteAddress, Duration time, String status) {
		}

		@Override
		public void recordServerConnectionOpened(SocketAddress localAddress) {
		}

		@Override
		public void recordServerConnectionClosed(SocketAddress localAddress) {
		}

		@Override
		public void recordServerConnectionActive(SocketAddress localAddress) {
		}

		@Override
		public void recordServerConnectionInactive(SocketAddress localAddress) {
		}

	}

}
