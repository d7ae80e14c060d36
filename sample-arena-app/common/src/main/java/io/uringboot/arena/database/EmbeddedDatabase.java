package io.uringboot.arena.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import io.uringboot.arena.ArenaProperties;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * A PostgreSQL server of the application's own, for as long as it runs, with the arena's
 * rows. It starts beside the rest of the application; only the web server waits for it.
 * If it cannot be started, the application is one without a database.
 */
final class EmbeddedDatabase implements Database, SmartLifecycle, DisposableBean {

	private static final Log logger = LogFactory.getLog(EmbeddedDatabase.class);

	private static final String ROLE = "bench";

	private static final String DATABASE = "benchmark";

	private static final long NEEDED_BYTES = 2L << 30;

	private final DatabaseAddress address;

	private final @Nullable Path kept;

	private final CompletableFuture<@Nullable Void> started;

	private volatile @Nullable Path folder;

	private volatile @Nullable DataDirectoryGuard guard;

	private volatile boolean running;

	EmbeddedDatabase(ArenaProperties properties) throws IOException {
		this.address = new DatabaseAddress("localhost", FreePort.find(), DATABASE, ROLE, ROLE);
		this.kept = properties.generatedDirectory();
		Executor starter = (task) -> new Thread(task, "database-starter").start();
		this.started = CompletableFuture.runAsync(this::startServer, starter);
	}

	@Override
	public DatabaseAddress address() {
		return this.address;
	}

	/**
	 * Where the data is.
	 * @return the folder, which is there once the server has started
	 */
	Path dataDirectory() {
		return DataDirectoryGuard.data(Objects.requireNonNull(this.folder, "not started"));
	}

	private void startServer() {
		try {
			Path program = keptFolder();
			Path folder = Files.createTempDirectory(parent(program != null), "uring-arena-db");
			this.folder = folder;
			// First, so that nothing stays behind wherever the rest is interrupted
			this.guard = DataDirectoryGuard.of(folder);
			// Not the builder's method, which leaves an empty folder elsewhere
			System.setProperty("ot.epg.working-dir", ((program != null) ? program : folder).toString());
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(DataDirectoryGuard.data(folder))
				.setPort(this.address.port())
				.setServerConfig("max_connections", "256")
				// The context ends it, after the web server
				.setRegisterShutdownHook(false)
				.start();
			seed(server);
			logger.info("PostgreSQL is ready at " + this.address);
		}
		catch (IOException | SQLException ex) {
			throw new CompletionException(ex);
		}
	}

	private static void seed(EmbeddedPostgres server) throws SQLException {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			// As the official image makes them; a superuser, for whom no connection is
			// reserved
			statement.execute("CREATE ROLE " + ROLE + " SUPERUSER LOGIN PASSWORD '" + ROLE + "'");
			statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ROLE);
		}
		try (Connection connection = server.getDatabase(ROLE, DATABASE, Map.of("password", ROLE)).getConnection()) {
			Seed.load(connection);
		}
	}

	/**
	 * Where the unpacked program is kept for the next start.
	 * @return the folder, or {@code null} for a user who has none to write to
	 */
	private @Nullable Path keptFolder() {
		try {
			return (this.kept != null) ? Files.createDirectories(this.kept) : null;
		}
		catch (IOException ex) {
			logger.debug("PostgreSQL is not kept", ex);
			return null;
		}
	}

	/**
	 * In memory, as the arena has it, where the memory may be used for it. What is in
	 * there cannot be run everywhere.
	 */
	private static Path parent(boolean dataOnly) throws IOException {
		Path memory = Path.of("/dev/shm");
		if (dataOnly && Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() >= NEEDED_BYTES) {
			return memory;
		}
		return Path.of(System.getProperty("java.io.tmpdir"));
	}

	@Override
	public void start() {
		this.running = true;
		try {
			this.started.join();
		}
		catch (CompletionException ex) {
			logger.warn("There is no database: PostgreSQL cannot be started here. Set DATABASE_URL to use another.",
					ex.getCause());
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	/**
	 * After the web server, and after the pools, which depend on this bean.
	 */
	@Override
	public void destroy() {
		this.started.handle((result, ex) -> null).join();
		DataDirectoryGuard guard = this.guard;
		if (guard != null) {
			guard.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		// Before the web server
		return 0;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

}
