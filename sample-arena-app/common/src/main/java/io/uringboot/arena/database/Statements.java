package io.uringboot.arena.database;

import java.time.Duration;

/**
 * What both twins ask the database. One text a statement, so that a connection prepares
 * each once. Parameters stand in the order of their numbers.
 */
public final class Statements {

	/**
	 * How long a request may wait for the database in all.
	 */
	public static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String COLUMNS = "id, name, category, price, quantity, active, tags, rating_score, rating_count";

	/**
	 * Items by price: from, to, limit.
	 */
	public static final String ITEMS_BY_PRICE = "SELECT " + COLUMNS
			+ " FROM items WHERE price BETWEEN $1 AND $2 LIMIT $3";

	/**
	 * Items of a category: category, limit, offset.
	 */
	public static final String ITEMS_OF_CATEGORY = "SELECT " + COLUMNS
			+ " FROM items WHERE category = $1 ORDER BY id LIMIT $2 OFFSET $3";

	/**
	 * An item: id.
	 */
	public static final String ITEM = "SELECT " + COLUMNS + " FROM items WHERE id = $1";

	/**
	 * Create an item, or change the one that has the number: id, name, category, price,
	 * quantity, tags as JSON.
	 */
	public static final String CREATE_ITEM = "INSERT INTO items (" + COLUMNS
			+ ") VALUES ($1, $2, $3, $4, $5, true, CAST($6 AS jsonb), 0, 0)"
			+ " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, price = EXCLUDED.price, quantity = EXCLUDED.quantity";

	/**
	 * Change an item: name, price, quantity, id.
	 */
	public static final String CHANGE_ITEM = "UPDATE items SET name = $1, price = $2, quantity = $3 WHERE id = $4";

	/**
	 * All fortunes, in no order.
	 */
	public static final String FORTUNES = "SELECT id, message FROM fortune";

	private Statements() {
	}

	/**
	 * The statement with the parameter markers of JDBC.
	 * @param statement the statement
	 * @return the same with question marks
	 */
	public static String jdbc(String statement) {
		return statement.replaceAll("\\$\\d", "?");
	}

}
