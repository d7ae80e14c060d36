package io.uringboot.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits that are part of a check, or between looking and looking again.
 */
public final class Pause {

	private Pause() {
	}

	/**
	 * Waits.
	 * @param time how long
	 * @throws IOException if the thread is interrupted
	 */
	public static void of(Duration time) throws IOException {
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
