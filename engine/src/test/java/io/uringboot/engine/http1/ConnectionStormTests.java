package io.uringboot.engine.http1;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.uringboot.engine.testkit.OpenFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Very many connections that end anywhere. Leaked buffers are found by the leak
 * extension.
 */
class ConnectionStormTests {

	private static final int CONNECTIONS = Integer.getInteger("uring.test.storm-connections", 2000);

	private static final int CLIENTS = 8;

	@Test
	void nothingStaysOfConnectionsThatAreResetAnywhere() throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try (TestServer server = TestServer.start()) {
			storm(server, clients, 40); // threads and descriptors that stay, such as
										// pools
			int files = OpenFiles.count();
			long threads = threads();
			storm(server, clients, CONNECTIONS);
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> OpenFiles.count() <= files);
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> threads() <= threads);
			try (WireClient client = server.client()) {
				assertThat(client.send("GET /p/now/1 HTTP/1.1\r\nHost: a\r\n\r\n").response().status()).isEqualTo(200);
			}
		}
		finally {
			clients.shutdownNow();
		}
	}

	/** The engine's threads: event loops, and the one that watches over timeouts. */
	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("test-") || thread.getName().startsWith("uring-"))
			.count();
	}

	private static void storm(TestServer server, ExecutorService clients, int connections) throws Exception {
		List<Future<?>> results = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			Random random = new Random(i);
			results.add(clients.submit(() -> {
				for (int j = 0; j < connections / CLIENTS; j++) {
					connect(server, random);
				}
			}));
		}
		for (Future<?> result : results) {
			result.get();
		}
	}

	private static void connect(TestServer server, Random random) {
		try (WireClient client = server.client()) {
			// reactor-netty itself leaks a buffer now and then that another thread sends
			// while the client goes.
			String requests = new RandomPipeline(random).toString()
				.replace("/s/later/", "/s/now/")
				.replace("/s/stream/", "/s/now/")
				.replace("/s/ignore-later/", "/s/ignore/");
			int sent = random.nextInt(requests.length() + 1);
			int first = random.nextInt(sent + 1);
			client.send(requests.substring(0, first)).send(requests.substring(first, sent));
			if (sent > 0 && random.nextBoolean()) {
				client.timeout(5 + random.nextInt(20)).hasEnded();
			}
			if (random.nextInt(4) > 0) {
				client.reset();
			}
		}
		catch (UncheckedIOException ex) {
			// the server has ended the connection already
		}
	}

}
