package io.uringboot.bench.servers;

/**
 * Closes a server when the process is told to end. Without that the kernel may take down
 * the rings, and with them the listening socket, only a while after the process has gone:
 * the next server would find its port in use.
 */
final class Shutdown {

	private Shutdown() {
	}

	static void closes(AutoCloseable server) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "shutdown"));
	}

	private static void close(AutoCloseable server) {
		try {
			server.close();
		}
		catch (Exception ex) {
			System.err.println("The server could not be closed: " + ex);
		}
	}

}
