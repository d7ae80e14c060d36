package io.uringboot.engine.http1;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;

/**
 * Ends connections whose client has sent a request in part and not the rest (RFC 9110
 * §15.5.9). One thread looks after all of them once in a while and only while there are
 * any: a task scheduled on an io_uring loop would cost a submission with every wait.
 */
final class RequestTimeouts {

	private final long timeoutNanos;

	private final Map<ChannelHandlerContext, Long> awaited = new ConcurrentHashMap<>();

	private boolean running;

	RequestTimeouts(long timeoutNanos) {
		this.timeoutNanos = timeoutNanos;
	}

	/** The rest of a request is awaited from now on. Any thread. */
	void awaited(ChannelHandlerContext connection) {
		if (this.timeoutNanos > 0) {
			this.awaited.put(connection, System.nanoTime());
			startIfNeeded();
		}
	}

	/** The rest has come, or is not awaited any more. Any thread. */
	void received(ChannelHandlerContext connection) {
		this.awaited.remove(connection);
	}

	private synchronized void startIfNeeded() {
		if (!this.running) {
			this.running = true;
			Thread thread = new Thread(this::watch, "uring-request-timeouts");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void watch() {
		try {
			do {
				TimeUnit.NANOSECONDS.sleep(Math.max(this.timeoutNanos / 8, TimeUnit.MILLISECONDS.toNanos(10)));
				endOverdue(System.nanoTime());
			}
			while (!stopIfIdle());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void endOverdue(long now) {
		this.awaited.forEach((connection, since) -> {
			if (now - since >= this.timeoutNanos && this.awaited.remove(connection, since)) {
				connection.executor().execute(() -> {
					if (connection.handler() instanceof Http1ServerCodec codec) {
						codec.requestTimedOut(connection);
					}
				});
			}
		});
	}

	private synchronized boolean stopIfIdle() {
		if (this.awaited.isEmpty()) {
			this.running = false;
		}
		return !this.running;
	}

}
