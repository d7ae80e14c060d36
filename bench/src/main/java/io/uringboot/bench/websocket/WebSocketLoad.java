package io.uringboot.bench.websocket;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.uringboot.bench.http.Connection;

/**
 * A load generator for WebSocket echo servers, as a program of its own, so that it can be
 * pinned and its processor time be told apart. It says {@value #BEGINNING} when every
 * connection is open and the counting begins, and ends by itself.
 */
public final class WebSocketLoad {

	/**
	 * The line it prints when it begins to count.
	 */
	public static final String BEGINNING = "counting";

	/** More than this is a mistake; an own port is needed for each. */
	private static final int MAX_CONNECTIONS = 20_000;

	private static final int MAX_DEPTH = 1024;

	private static final int MAX_SECONDS = 3600;

	private static final long CONNECT_NANOS = 20_000_000_000L;

	private final int port;

	private final int connections;

	private final int depth;

	private final int seconds;

	private final int threads;

	WebSocketLoad(int port, int connections, int depth, int seconds, int threads) {
		this.port = port;
		this.connections = within("connections", connections, MAX_CONNECTIONS);
		this.depth = within("depth", depth, MAX_DEPTH);
		this.seconds = within("seconds", seconds, MAX_SECONDS);
		this.threads = within("threads", threads, connections);
	}

	private static int within(String name, int value, int most) {
		if (value < 1 || value > most) {
			throw new IllegalArgumentException(name + " must be from 1 to " + most + ", not " + value);
		}
		return value;
	}

	/**
	 * Runs a load.
	 * @param arguments port, connections, messages under way on each, seconds, threads
	 * @throws Exception if the load cannot be made
	 */
	public static void main(String[] arguments) throws Exception {
		int[] numbers = new int[5];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = Integer.parseInt(arguments[i]);
		}
		new WebSocketLoad(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]).run(System.out);
	}

	void run(PrintStream out) throws Exception {
		Window window = new Window(out);
		CyclicBarrier allConnected = new CyclicBarrier(this.threads, window);
		long giveUp = System.nanoTime() + CONNECT_NANOS;
		ExecutorService executor = Executors.newFixedThreadPool(this.threads);
		LoadCounts counts = new LoadCounts();
		Latencies latencies = new Latencies();
		try {
			List<Future<LoadLoop>> loops = new ArrayList<>();
			for (int i = 0; i < this.threads; i++) {
				int share = this.connections / this.threads + ((i < this.connections % this.threads) ? 1 : 0);
				loops.add(executor.submit(loop(share, giveUp, allConnected, window)));
			}
			for (Future<LoadLoop> loop : loops) {
				counts.add(loop.get().counts());
				latencies.addAll(loop.get().latencies());
			}
		}
		catch (ExecutionException ex) {
			throw new IOException("the load failed: " + ex.getCause(), ex);
		}
		finally {
			executor.shutdownNow();
		}
		out.printf(Locale.ROOT,
				"result: {\"microseconds\": %d, \"responses\": %d, \"bytes\": %d, \"status\": %d, \"connect\": %d, "
						+ "\"read\": %d, \"write\": 0, \"timeout\": 0, \"mean\": %.1f, \"p50\": %d, \"p99\": %d}%n",
				this.seconds * 1_000_000L, counts.echoes + counts.wrong, counts.bytes, counts.wrong, counts.connect,
				counts.read, latencies.mean(), latencies.percentile(50), latencies.percentile(99));
	}

	private Callable<LoadLoop> loop(int share, long giveUp, CyclicBarrier allConnected, Window window) {
		return () -> {
			try (LoadLoop loop = new LoadLoop(Connection.loopback(this.port), "localhost:" + this.port, this.depth)) {
				loop.connect(share, giveUp);
				allConnected.await(2 * CONNECT_NANOS, TimeUnit.NANOSECONDS);
				loop.run(window.end);
				return loop;
			}
		};
	}

	/**
	 * Begins when all loops have their connections.
	 */
	private final class Window implements Runnable {

		private final PrintStream out;

		private volatile long end;

		private Window(PrintStream out) {
			this.out = out;
		}

		@Override
		public void run() {
			this.out.println(BEGINNING);
			this.end = System.nanoTime() + WebSocketLoad.this.seconds * 1_000_000_000L;
		}

	}

}
