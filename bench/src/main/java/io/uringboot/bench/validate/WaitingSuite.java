package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.process.Pause;
import io.uringboot.bench.process.ProcFs;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand requests that wait at once, without a thread each.
 */
final class WaitingSuite implements Suite {

	private static final int REQUESTS = 10_000;

	private static final int SPARE_DESCRIPTORS = 500;

	private static final int MORE_THREADS = 100;

	// Long enough to send all before the first is answered
	private static final int DELAY = 15_000;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Override
	public void run(Server server, Checklist checks) {
		checks.check(REQUESTS + " requests waiting at once, at most " + MORE_THREADS + " more threads", () -> {
			List<SocketChannel> channels = new ArrayList<>();
			try {
				return wait(server, channels);
			}
			finally {
				for (SocketChannel channel : channels) {
					channel.close();
				}
			}
		});
	}

	private static @Nullable String wait(Server server, List<SocketChannel> channels) throws IOException {
		ProcFs proc = new ProcFs();
		long pid = server.process().pid();
		long limit = Math.min(proc.openFileLimit(ProcessHandle.current().pid()), proc.openFileLimit(pid));
		if (limit < REQUESTS + SPARE_DESCRIPTORS) {
			return "the limit of open files is " + limit + "; raise it with ulimit -n";
		}
		long threads = proc.status(pid, "Threads");
		byte[] request = ("GET /delay/" + DELAY + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < REQUESTS; i++) {
			SocketChannel channel = SocketChannel.open(Connection.loopback(server.http().port()));
			channels.add(channel);
			channel.write(ByteBuffer.wrap(request));
		}
		long more = proc.status(pid, "Threads") - threads;
		String fault = answers(channels);
		return (fault == null && more > MORE_THREADS) ? more + " more threads" : fault;
	}

	private static @Nullable String answers(List<SocketChannel> channels) throws IOException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		ByteBuffer buffer = ByteBuffer.allocate(1024);
		for (int i = 0; i < channels.size(); i++) {
			SocketChannel channel = channels.get(i);
			channel.configureBlocking(false);
			buffer.clear();
			while (!isComplete(buffer)) {
				if (channel.read(buffer) < 0) {
					return "connection " + (i + 1) + " closed without the answer";
				}
				if (System.nanoTime() > deadline) {
					return "no answer on connection " + (i + 1) + " after " + PATIENCE.toSeconds() + " s";
				}
				if (!isComplete(buffer)) {
					Pause.of(Duration.ofMillis(1));
				}
			}
		}
		return null;
	}

	private static boolean isComplete(ByteBuffer buffer) {
		String answer = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
		return answer.startsWith("HTTP/1.1 200") && answer.endsWith("\r\n\r\n" + DELAY);
	}

}
