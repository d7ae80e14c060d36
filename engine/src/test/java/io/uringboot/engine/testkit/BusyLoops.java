package io.uringboot.engine.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;

/**
 * Keeps event loops busy for a while, so that what arrives meanwhile is there all at once
 * when they go on.
 */
public final class BusyLoops {

	private BusyLoops() {
	}

	/**
	 * Keeps every loop busy while something else is done.
	 * @param loops the loops
	 * @param action what is done when all of them are busy
	 */
	public static void during(EventExecutorGroup loops, Runnable action) {
		CountDownLatch end = new CountDownLatch(1);
		Phaser begin = new Phaser(1);
		for (EventExecutor loop : loops) {
			begin.register();
			loop.execute(() -> {
				begin.arriveAndDeregister();
				await(end);
			});
		}
		try {
			begin.arriveAndAwaitAdvance();
			action.run();
		}
		finally {
			end.countDown();
		}
	}

	private static void await(CountDownLatch end) {
		try {
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
