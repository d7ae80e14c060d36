package io.uringboot.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;

/**
 * Starts servers as the settings say.
 */
final class Servers {

	private Servers() {
	}

	static ServerProcess startUnmeasured(Settings settings, Children children, ServerDefinition server)
			throws StartException {
		return start(settings, children, settings.pinning().both(server.command()), log(settings, server.name()),
				settings.prepareBound());
	}

	static ServerProcess start(Settings settings, Children children, ServerDefinition server, int round)
			throws StartException {
		return start(settings, children, settings.pinning().server(server.command()),
				log(settings, server.name() + "-round" + round), settings.startBound());
	}

	private static ServerProcess start(Settings settings, Children children, List<String> command, Path log,
			Duration bound) throws StartException {
		return ServerProcess.start(children, command,
				ServerProcess.environment(settings.javaOptions(), settings.ports()), log, settings.ports().cleartext(),
				bound);
	}

	private static Path log(Settings settings, String name) {
		Path folder = settings.folder().resolve("logs");
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			// Starting the process tells of it.
		}
		Path log = folder.resolve(name + ".log");
		// Several starts within a round, as in a cold series, keep a log each.
		for (int number = 2; Files.exists(log); number++) {
			log = folder.resolve(name + "-" + number + ".log");
		}
		return log;
	}

}
