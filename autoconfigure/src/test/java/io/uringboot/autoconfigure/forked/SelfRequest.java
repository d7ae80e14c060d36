package io.uringboot.autoconfigure.forked;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

import io.uringboot.engine.testkit.OpenFiles;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Once the application is there: prints what is open, requests its page, prints the
 * answer and ends. Restarts before it ends as often as the system property
 * {@code restarts} says.
 */
@Component
class SelfRequest implements ApplicationListener<ApplicationReadyEvent> {

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		ConfigurableApplicationContext context = event.getApplicationContext();
		System.out.printf("Round: %d event loops, %d sockets, %d files%n", eventLoops(), OpenFiles.sockets(),
				OpenFiles.count());
		try {
			System.out.println("Answer: " + get(context));
		}
		catch (IOException ex) {
			ex.printStackTrace(System.out);
			System.exit(2);
		}
		int restarts = Integer.getInteger("restarts", 0);
		if (restarts == 0) {
			context.close();
			return;
		}
		System.setProperty("restarts", String.valueOf(restarts - 1));
		// Not by the thread that is still starting.
		new Thread(() -> Restarter.getInstance().restart()).start();
	}

	private static String get(ConfigurableApplicationContext context) throws IOException {
		String port = context.getEnvironment().getProperty("local.server.port");
		URLConnection connection = URI.create("http://localhost:" + port + "/hello").toURL().openConnection();
		// Or it would be kept open, and counted.
		connection.setRequestProperty("Connection", "close");
		try (InputStream in = connection.getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static long eventLoops() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("uring-http"))
			.count();
	}

}
