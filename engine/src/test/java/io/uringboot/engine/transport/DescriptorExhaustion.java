package io.uringboot.engine.transport;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

import io.uringboot.engine.testkit.OpenFiles;

/**
 * Main class of a forked JVM with a low limit of open files: tries to create event loops
 * with nearly no file descriptor left and says what happened and what was left open.
 */
final class DescriptorExhaustion {

	private static final EventLoopSettings SETTINGS = EventLoopSettings.defaults().withThreads(3);

	private DescriptorExhaustion() {
	}

	public static void main(String[] args) throws Exception {
		// Loading classes takes descriptors too, so do all of it before.
		System.out.println(new TransportUnavailableException(new UnavailabilityClassifier(SystemFacts.read())
			.classify(Transport.EPOLL, new IOException("Too many open files"))));
		for (Transport transport : Transport.values()) {
			create(transport);
			int before = OpenFiles.count();
			Set<String> outcomes = new TreeSet<>();
			Deque<InputStream> taken = takeAllDescriptors();
			for (int free = 0; free < 10; free++) {
				outcomes.add(create(transport));
				taken.pop().close();
			}
			while (!taken.isEmpty()) {
				taken.pop().close();
			}
			System.out.printf("%s: %s, %d left open%n", transport, outcomes, OpenFiles.count() - before);
		}
	}

	private static String create(Transport transport) {
		try {
			EventLoops loops = EventLoops.create(transport, SETTINGS);
			loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
			return "created";
		}
		catch (TransportUnavailableException ex) {
			return ex.unavailability().kind().toString();
		}
	}

	private static Deque<InputStream> takeAllDescriptors() {
		Deque<InputStream> taken = new ArrayDeque<>();
		try {
			while (true) {
				taken.push(new FileInputStream("/dev/null"));
			}
		}
		catch (IOException ex) {
			return taken;
		}
	}

}
