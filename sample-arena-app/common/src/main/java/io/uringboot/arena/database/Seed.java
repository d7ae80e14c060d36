package io.uringboot.arena.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.uringboot.arena.data.Fortune;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The arena's schema and its rows.
 */
final class Seed {

	private static final int ROWS_PER_WRITE = 1000;

	private static final String ITEMS = """
			CREATE TABLE items (
			  id INTEGER PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL,
			  price INTEGER NOT NULL, quantity INTEGER NOT NULL, active BOOLEAN NOT NULL,
			  tags JSONB NOT NULL, rating_score INTEGER NOT NULL, rating_count INTEGER NOT NULL)""";

	private static final String FORTUNE = "CREATE TABLE fortune (id INTEGER PRIMARY KEY, message TEXT NOT NULL)";

	private Seed() {
	}

	/**
	 * Fill an empty database.
	 * @param connection a connection to it
	 * @throws SQLException if the database refuses
	 */
	static void load(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute(ITEMS);
			copyItems(connection);
			statement.execute(FORTUNE);
			insertFortunes(connection);
			connection.commit();
			// Otherwise plans change under way, when autovacuum comes to it
			statement.execute("ANALYZE items, fortune");
			connection.commit();
		}
	}

	private static void copyItems(Connection connection) throws SQLException {
		// FREEZE: scans find nothing left to write into the rows
		CopyIn copy = connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("COPY items FROM STDIN WITH (FREEZE, ENCODING 'UTF8')");
		try {
			ItemGenerator generator = new ItemGenerator();
			String rows;
			while (!(rows = generator.next(ROWS_PER_WRITE)).isEmpty()) {
				byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
				copy.writeToCopy(bytes, 0, bytes.length);
			}
			copy.endCopy();
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	private static void insertFortunes(Connection connection) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("INSERT INTO fortune VALUES (?, ?)")) {
			for (Fortune fortune : FortuneTexts.all()) {
				insert.setInt(1, fortune.id());
				insert.setString(2, fortune.message());
				insert.addBatch();
			}
			insert.executeBatch();
		}
	}

}
