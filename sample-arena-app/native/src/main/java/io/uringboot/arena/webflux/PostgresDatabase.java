package io.uringboot.arena.webflux;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import io.uringboot.arena.data.Fortune;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.ItemChange;
import io.uringboot.arena.data.PageWindow;
import io.uringboot.arena.data.Rating;
import io.uringboot.arena.database.DatabaseErrors;
import io.uringboot.arena.database.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.stereotype.Repository;

/**
 * Items and fortunes by Vert.x' client of PostgreSQL. Must be called on the thread of the
 * request, whose event loop the connection is on; fails as {@link DatabaseErrors} has it.
 */
@Repository
class PostgresDatabase {

	private static final Collector<Row, ?, List<Item>> ITEMS = Collectors.mapping(PostgresDatabase::item,
			Collectors.toList());

	private static final Collector<Row, ?, List<Fortune>> FORTUNES = Collectors
		.mapping((row) -> new Fortune(row.getInteger(0), row.getString(1)), Collectors.toList());

	private final LoopClients clients;

	private final Scheduler timer;

	PostgresDatabase(LoopClients clients, RequestTimer timer) {
		this.clients = clients;
		this.timer = timer;
	}

	Mono<List<Item>> itemsByPrice(int min, int max, int limit) {
		return query(Statements.ITEMS_BY_PRICE, ITEMS, min, max, limit);
	}

	Mono<List<Item>> itemsOfCategory(String category, PageWindow window) {
		return query(Statements.ITEMS_OF_CATEGORY, ITEMS, category, window.limit(), window.offset());
	}

	Mono<Item> item(int id) {
		return query(Statements.ITEM, ITEMS, id).flatMapIterable(Function.identity()).next();
	}

	Mono<Void> create(Item item) {
		return update(Statements.CREATE_ITEM, item.id(), item.name(), item.category(), item.price(), item.quantity(),
				new JsonArray(item.tags()))
			.then();
	}

	Mono<Boolean> change(int id, ItemChange change) {
		return update(Statements.CHANGE_ITEM, change.name(), change.price(), change.quantity(), id)
			.map((rows) -> rows > 0);
	}

	/**
	 * In a list that may be added to and sorted.
	 */
	Mono<List<Fortune>> fortunes() {
		return query(Statements.FORTUNES, FORTUNES);
	}

	private <T> Mono<T> query(String sql, Collector<Row, ?, T> rows, Object... parameters) {
		return bounded(this.clients
			.execute((client) -> client.preparedQuery(sql).collecting(rows).execute(Tuple.wrap(parameters)))
			.map(SqlResult::value));
	}

	private Mono<Integer> update(String sql, Object... parameters) {
		return bounded(this.clients.execute((client) -> client.preparedQuery(sql).execute(Tuple.wrap(parameters)))
			.map(SqlResult::rowCount));
	}

	private <T> Mono<T> bounded(Mono<T> answer) {
		return answer.timeout(Statements.TIMEOUT, this.timer).onErrorMap(PostgresDatabase::translate);
	}

	private static Throwable translate(Throwable ex) {
		return DatabaseErrors.translate((ex instanceof PgException error) ? error.getSqlState() : null, ex);
	}

	private static Item item(Row row) {
		return new Item(row.getInteger(0), row.getString(1), row.getString(2), row.getInteger(3), row.getInteger(4),
				row.getBoolean(5), row.getJsonArray(6).stream().map(String.class::cast).toList(),
				new Rating(row.getInteger(7), row.getInteger(8)));
	}

}
