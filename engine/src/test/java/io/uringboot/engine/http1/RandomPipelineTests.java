package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pipelines of all kinds of requests, cut anywhere: the answers come in the order of the
 * requests and are whole.
 */
class RandomPipelineTests {

	private static final int CONNECTIONS = 8;

	@ParameterizedTest
	@CsvSource({ "IO_URING, 10000", "EPOLL, 800", "NIO, 800" })
	void everyPipelineIsAnsweredExactly(Transport transport, int pipelines) throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
		try (TestServer server = TestServer.start(transport)) {
			List<Future<?>> results = new ArrayList<>();
			for (int i = 0; i < CONNECTIONS; i++) {
				long seed = 20_260_000L + i;
				results.add(clients.submit(() -> run(server, new Random(seed), pipelines / CONNECTIONS)));
			}
			for (Future<?> result : results) {
				result.get();
			}
		}
		finally {
			clients.shutdownNow();
		}
	}

	private static void run(TestServer server, Random random, int pipelines) {
		WireClient client = server.client();
		for (int i = 0; i < pipelines; i++) {
			RandomPipeline pipeline = new RandomPipeline(random);
			try {
				run(client, pipeline);
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("pipeline " + i + ": " + pipeline, ex);
			}
			if (pipeline.isLast()) {
				client.close();
				client = server.client();
			}
		}
		client.close();
	}

	private static void run(WireClient client, RandomPipeline pipeline) {
		for (String part : pipeline.parts()) {
			client.send(part);
		}
		for (RandomPipeline.Answer answer : pipeline.answers()) {
			assertThat(client.response(answer.head()).summary()).isEqualTo(answer.summary());
		}
		if (pipeline.isLast()) {
			client.expectEnd();
		}
		else {
			assertThat(client.available()).isZero();
		}
	}

}
