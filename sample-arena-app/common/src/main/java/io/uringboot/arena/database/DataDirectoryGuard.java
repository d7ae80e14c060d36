package io.uringboot.arena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Ends a database server and removes its folder when this process ends, in whatever way:
 * a shell waits for the end of its standard input, which comes even if this process is
 * killed. What was stopped and removed before is none of its business.
 */
final class DataDirectoryGuard implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 20;

	/**
	 * SIGINT is the fast shutdown of PostgreSQL. Signals that a terminal sends to all of
	 * the foreground are for the application; the shell follows it. What tells that the
	 * server has ended is its lock file: its process may stay as a zombie, where the
	 * first process of a container looks after no others.
	 */
	private static final String SCRIPT = """
			trap '' HUP INT TERM
			while read -r ignored; do :; done
			lock="$1/data/postmaster.pid"
			if [ -f "$lock" ]; then
			  read -r pid < "$lock"
			  kill -INT "$pid" 2>/dev/null
			  tenths=0
			  while [ -f "$lock" ] && kill -0 "$pid" 2>/dev/null && [ "$tenths" -lt 100 ]; do
			    sleep 0.1
			    tenths=$((tenths + 1))
			  done
			  [ ! -f "$lock" ] || kill -KILL "$pid" 2>/dev/null
			fi
			rm -rf -- "$1"
			""";

	private final Process shell;

	private DataDirectoryGuard(Process shell) {
		this.shell = shell;
	}

	/**
	 * The data directory in a guarded folder.
	 * @param folder the folder
	 * @return the path, which is for the server to create
	 */
	static Path data(Path folder) {
		return folder.resolve("data");
	}

	/**
	 * Guard a folder from now on.
	 * @param folder the folder, which need not have a server yet
	 * @return the guard
	 * @throws IOException if there is no shell
	 */
	static DataDirectoryGuard of(Path folder) throws IOException {
		return new DataDirectoryGuard(
				new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh", folder.toString()).redirectOutput(Redirect.DISCARD)
					.redirectError(Redirect.DISCARD)
					.start());
	}

	/**
	 * End the server, remove the folder and wait until both is done.
	 */
	@Override
	public void close() {
		try {
			this.shell.getOutputStream().close();
			if (!this.shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The database server does not stop");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			// The shell does its work without being waited for
			Thread.currentThread().interrupt();
		}
	}

}
