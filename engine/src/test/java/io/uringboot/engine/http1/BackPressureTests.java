package io.uringboot.engine.http1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who does not take what comes stops the other side, and memory stays bounded.
 */
@Timeout(60)
class BackPressureTests {

	private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";

	/** Buffers of both kernels' sides and some reads. */
	private static final long BOUND = 6_000_000;

	private static final long MUCH = 60_000_000;

	@ParameterizedTest
	@EnumSource(Transport.class)
	void handlerThatDoesNotReadStopsTheClient(Transport transport) throws Exception {
		SlowReader reader = new SlowReader();
		try (TestServer server = start(transport, (request, response) -> {
			request.receive().subscribe(reader);
			return response.sendString(reader.done.asMono());
		}); SocketChannel client = connect(server)) {
			client.write(latin1("POST /s" + HOST + "Content-Length: " + MUCH + "\r\n\r\n"));
			long sent = sendUntilStopped(client, MUCH);
			assertThat(sent).isLessThan(BOUND);
			reader.request(Long.MAX_VALUE);
			ByteBuffer rest = ByteBuffer.allocate(1_000_000);
			client.configureBlocking(true);
			while (sent < MUCH) {
				rest.clear().limit((int) Math.min(rest.capacity(), MUCH - sent));
				sent += client.write(rest);
			}
			ByteBuffer answer = ByteBuffer.allocate(1000);
			client.read(answer);
			assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1))
				.endsWith("\r\n\r\n" + MUCH);
		}
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void requestsBehindAnUnfinishedAnswerStopTheClient(Transport transport) throws Exception {
		for (String path : new String[] { "/p/never", "/s/never" }) {
			try (TestServer server = start(transport, new TestRoutes()); SocketChannel client = connect(server)) {
				client.write(latin1("GET " + path + HOST + "\r\n"));
				assertThat(sendUntilStopped(client, MUCH)).as(path).isLessThan(BOUND);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Transport.class)
	void clientThatDoesNotReadItsAnswersIsNotServedMore(Transport transport) throws Exception {
		for (String path : new String[] { "/p/bytes/5000", "/s/bytes/5000" }) {
			try (TestServer server = start(transport, new TestRoutes()); SocketChannel client = connect(server)) {
				String request = "GET " + path + HOST + "\r\n";
				client.configureBlocking(false);
				ByteBuffer requests = latin1(request.repeat(1000));
				long sent = 0;
				for (int idle = 0; idle < 10 && sent < MUCH;) {
					requests.position((int) (sent % requests.capacity()));
					int written = client.write(requests);
					sent += written;
					idle = (written == 0) ? idle + 1 : 0;
					if (written == 0) {
						Thread.sleep(20);
					}
				}
				assertThat(sent).as(path).isLessThan(BOUND);
				// Netty's epoll transport loses a connection whose input has ended when
				// its
				// output has to wait: it has removed the descriptor and then modifies it.
				assertAllAnswersCome(client, sent / request.length(), transport != Transport.EPOLL);
			}
		}
	}

	/** Reads on: every request that was sent whole is answered. */
	private static void assertAllAnswersCome(SocketChannel client, long count, boolean halfClose) throws IOException {
		client.configureBlocking(true);
		if (halfClose) {
			client.shutdownOutput();
		}
		java.io.InputStream in = new java.io.BufferedInputStream(java.nio.channels.Channels.newInputStream(client));
		byte[] expected = TestRoutes.bytes(5000);
		for (long i = 0; i < count; i++) {
			assertThat(WireResponse.read(in, false).content()).as("answer %d of %d", i, count).isEqualTo(expected);
		}
		if (halfClose) {
			assertThat(in.read()).isNegative();
		}
	}

	@Test
	void handlerThatReadsSlowlyGetsEverything() {
		try (TestServer server = start(Transport.IO_URING,
				(request,
						response) -> response.sendString(request.receive()
							.asByteArray()
							.limitRate(1)
							.concatMap((part) -> Mono.delay(Duration.ofMillis(1)).thenReturn(part.length), 1)
							.reduce(0, Integer::sum)
							.map(String::valueOf)));
				WireClient client = server.client()) {
			client.send("POST /s" + HOST + "Content-Length: 2000000\r\n\r\n");
			client.send(TestRoutes.bytes(2_000_000));
			assertThat(client.response().text()).isEqualTo("2000000");
		}
	}

	private static TestServer start(Transport transport, TestServer.Handler routes) {
		return TestServer.start(transport, (codec) -> codec.requestTimeout(Duration.ZERO),
				(server) -> server.childOption(ChannelOption.SO_RCVBUF, 100_000)
					.childOption(ChannelOption.SO_SNDBUF, 100_000),
				routes);
	}

	private static SocketChannel connect(TestServer server) throws IOException {
		SocketChannel client = SocketChannel.open();
		client.setOption(StandardSocketOptions.SO_SNDBUF, 100_000);
		client.setOption(StandardSocketOptions.SO_RCVBUF, 100_000);
		client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
		return client;
	}

	/** Sends zeros until nothing is taken for some time. */
	private static long sendUntilStopped(SocketChannel client, long most) throws Exception {
		client.configureBlocking(false);
		AtomicLong sent = new AtomicLong();
		ByteBuffer zeros = ByteBuffer.allocate(100_000);
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100)).until(() -> {
			long before = sent.get();
			int written;
			do {
				zeros.clear();
				written = (sent.get() < most) ? client.write(zeros) : 0;
				sent.addAndGet(written);
			}
			while (written > 0);
			return sent.get() == before;
		});
		return sent.get();
	}

	private static ByteBuffer latin1(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Takes one part, and more only when told so. */
	private static final class SlowReader extends BaseSubscriber<ByteBuf> {

		private final Sinks.One<String> done = Sinks.one();

		private final AtomicLong received = new AtomicLong();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(1);
		}

		@Override
		protected void hookOnNext(ByteBuf part) {
			this.received.addAndGet(part.readableBytes());
		}

		@Override
		protected void hookOnComplete() {
			this.done.tryEmitValue(this.received.toString());
		}

	}

}
