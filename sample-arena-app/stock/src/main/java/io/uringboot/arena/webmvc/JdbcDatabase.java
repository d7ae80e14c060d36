package io.uringboot.arena.webmvc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.uringboot.arena.data.Fortune;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.ItemChange;
import io.uringboot.arena.data.PageWindow;
import io.uringboot.arena.data.Rating;
import io.uringboot.arena.database.DatabaseErrors;
import io.uringboot.arena.database.Statements;
import io.uringboot.arena.database.Tags;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Items and fortunes by JDBC. Blocks, which virtual threads make cheap; fails as
 * {@link DatabaseErrors} has it.
 */
@Repository
class JdbcDatabase {

	private static final String ITEMS_BY_PRICE = Statements.jdbc(Statements.ITEMS_BY_PRICE);

	private static final String ITEMS_OF_CATEGORY = Statements.jdbc(Statements.ITEMS_OF_CATEGORY);

	private static final String ITEM = Statements.jdbc(Statements.ITEM);

	private static final String CREATE_ITEM = Statements.jdbc(Statements.CREATE_ITEM);

	private static final String CHANGE_ITEM = Statements.jdbc(Statements.CHANGE_ITEM);

	private final JdbcClient client;

	private final HikariDataSource dataSource;

	private final Tags tags;

	private final RowMapper<Item> toItem = (row, number) -> toItem(row);

	JdbcDatabase(JdbcClient client, HikariDataSource dataSource, Tags tags) {
		this.client = client;
		this.dataSource = dataSource;
		this.tags = tags;
	}

	List<Item> itemsByPrice(int min, int max, int limit) {
		return query((client) -> client.sql(ITEMS_BY_PRICE).params(min, max, limit).query(this.toItem).list());
	}

	List<Item> itemsOfCategory(String category, PageWindow window) {
		return query((client) -> client.sql(ITEMS_OF_CATEGORY)
			.params(category, window.limit(), window.offset())
			.query(this.toItem)
			.list());
	}

	Optional<Item> item(int id) {
		return query((client) -> client.sql(ITEM).param(id).query(this.toItem).optional());
	}

	void create(Item item) {
		query((client) -> client.sql(CREATE_ITEM)
			.params(item.id(), item.name(), item.category(), item.price(), item.quantity(),
					this.tags.write(item.tags()))
			.update());
	}

	boolean change(int id, ItemChange change) {
		return query((client) -> client.sql(CHANGE_ITEM)
			.params(change.name(), change.price(), change.quantity(), id)
			.update()) > 0;
	}

	List<Fortune> fortunes() {
		return query((client) -> client.sql(Statements.FORTUNES)
			.query((row, number) -> new Fortune(row.getInt(1), row.getString(2)))
			.list());
	}

	/**
	 * A pool whose connections are all in use is waited for, a database that lets no
	 * connection be made is not: HikariCP has one timeout for both, which is the short
	 * one here.
	 */
	private <T> T query(Function<JdbcClient, T> query) {
		long start = System.nanoTime();
		while (true) {
			try {
				return query.apply(this.client);
			}
			catch (CannotGetJdbcConnectionException ex) {
				HikariPoolMXBean pool = this.dataSource.getHikariPoolMXBean();
				boolean busy = pool != null && pool.getTotalConnections() > 0;
				if (!busy || System.nanoTime() - start > Statements.TIMEOUT.toNanos()) {
					throw DatabaseErrors.translate(null, ex);
				}
			}
			catch (DataAccessException ex) {
				throw DatabaseErrors.translate(sqlState(ex), ex);
			}
		}
	}

	private static @Nullable String sqlState(DataAccessException ex) {
		return (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause) ? cause.getSQLState()
				: null;
	}

	private Item toItem(ResultSet row) throws SQLException {
		return new Item(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5),
				row.getBoolean(6), this.tags.read(row.getString(7)), new Rating(row.getInt(8), row.getInt(9)));
	}

}
