package io.uringboot.bench.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Answers that must be waited for.
 */
final class Delays {

	private Delays() {
	}

	static List<Exchange> exchanges() {
		return List.of(delay("delay", 10));
	}

	static List<Exchange> checks() {
		Random random = new Random();
		List<Exchange> checks = new ArrayList<>(List.of(delay("delay-none", 0), delay("delay-500", 500)));
		for (int i = 1; i <= 3; i++) {
			checks.add(delay("delay-random-" + i, 11 + random.nextInt(79)));
		}
		return List.copyOf(checks);
	}

	/**
	 * Early by a tenth will do: timers have ticks.
	 */
	private static Exchange delay(String name, int millis) {
		return new Exchange(name, Request.get("/delay/" + millis), Expectation.plainText(Integer.toString(millis)),
				Duration.ofMillis(millis * 9L / 10));
	}

}
