package io.uringboot.engine.http1;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.uringboot.engine.testkit.OpenFiles;
import io.uringboot.engine.transport.Transport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Very many connections that end anywhere: none leaves a descriptor, a buffer or a thread
 * behind. Buffers that nobody holds any more are found by the leak extension.
 */
class ConnectionStormTests {

	private static final int CONNECTIONS = Integer.getInteger("uring.test.storm-connections", 20_000);

	private static final int CLIENTS = 8;

	/** Connections that a client has open at a time. */
	private static final int BATCH = 25;

	/** Knows to the octet what is in use, unlike those that pool. */
	private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);

	private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final AtomicInteger accepted = new AtomicInteger();

	private int opened;

	private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

	@ParameterizedTest
	@EnumSource(Transport.class)
	void nothingStaysOfConnectionsThatAreResetAnywhere(Transport transport) throws Exception {
		int batches = Math.max(1, CONNECTIONS / CLIENTS / BATCH / ((transport == Transport.IO_URING) ? 1 : 10));
		try (TestServer server = TestServer.start(transport, (codec) -> codec, this::observe)) {
			storm(server, 1); // threads and descriptors that stay, such as pools
			int files = OpenFiles.count();
			long threads = threads();
			storm(server, batches);
			await().until(() -> OpenFiles.count() <= files);
			await().until(() -> threads() <= threads);
			await().until(() -> octetsInUse() == 0);
			try (WireClient client = server.client()) {
				assertThat(client.send("GET /p/now/1 HTTP/1.1\r\nHost: a\r\n\r\n").response().status()).isEqualTo(200);
			}
		}
		finally {
			this.clients.shutdownNow();
		}
	}

	private HttpServer observe(HttpServer server) {
		return server.childOption(ChannelOption.ALLOCATOR, this.allocator)
			.doOnChannelInit((observer, channel, address) -> accepted(channel));
	}

	private void accepted(Channel channel) {
		this.accepted.incrementAndGet();
		this.open.add(channel);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(20));
	}

	/** The engine's threads: event loops, and the one that watches over timeouts. */
	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("test-") || thread.getName().startsWith("uring-"))
			.count();
	}

	private long octetsInUse() {
		return this.allocator.metric().usedDirectMemory() + this.allocator.metric().usedHeapMemory();
	}

	/** Returns when the server has seen the begin and the end of every connection. */
	private void storm(TestServer server, int batches) throws Exception {
		List<Future<?>> results = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			Random random = new Random(i);
			results.add(this.clients.submit(() -> {
				for (int j = 0; j < batches; j++) {
					batch(server, random);
				}
			}));
		}
		for (Future<?> result : results) {
			result.get();
		}
		this.opened += batches * CLIENTS * BATCH;
		await().until(() -> this.accepted.get() == this.opened);
		await().until(this.open::isEmpty);
	}

	/** Connections that go on, and end, in any order. */
	private static void batch(TestServer server, Random random) {
		List<StormConnection> connections = new ArrayList<>();
		for (int i = 0; i < BATCH; i++) {
			connections.add(new StormConnection(server.client(), random));
		}
		while (!connections.isEmpty()) {
			int index = random.nextInt(connections.size());
			if (!connections.get(index).goesOn()) {
				connections.remove(index);
			}
		}
	}

	/** Sends some of a pipeline in two parts, perhaps reads, and ends. */
	private static final class StormConnection {

		private final WireClient client;

		private final Random random;

		private final List<String> parts = new ArrayList<>();

		private StormConnection(WireClient client, Random random) {
			this.client = client.timeout(1 + random.nextInt(20));
			this.random = random;
			// reactor-netty itself leaks a buffer now and then that another thread sends
			// while the client goes.
			String requests = new RandomPipeline(random).toString()
				.replaceAll("/later/|/stream/", "/now/")
				.replace("/ignore-later/", "/ignore/");
			int sent = random.nextInt(requests.length() + 1);
			int first = random.nextInt(sent + 1);
			this.parts.add(requests.substring(0, first));
			this.parts.add(requests.substring(first, sent));
		}

		private boolean goesOn() {
			try {
				if (!this.parts.isEmpty()) {
					this.client.send(this.parts.remove(0));
					return true;
				}
				if (this.random.nextInt(4) == 0) {
					this.client.hasEnded();
				}
			}
			catch (UncheckedIOException ex) {
				// the server has ended the connection already
			}
			end();
			return false;
		}

		private void end() {
			if (this.random.nextInt(4) == 0) {
				this.client.close();
			}
			else {
				this.client.reset();
			}
		}

	}

}
