package io.uringboot.arena.webflux;

import java.util.List;
import java.util.function.Function;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import io.uringboot.arena.data.Fortune;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.ItemChange;
import io.uringboot.arena.data.PageWindow;
import io.uringboot.arena.data.Rating;
import io.uringboot.arena.database.DatabaseErrors;
import io.uringboot.arena.database.Statements;
import io.uringboot.arena.database.Tags;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.stereotype.Repository;

/**
 * Items and fortunes by R2DBC. Must be called on the thread of the request, whose event
 * loop the connection is taken from; fails as {@link DatabaseErrors} has it.
 */
@Repository
class R2dbcDatabase {

	private final ConnectionFactory connections;

	private final Scheduler timer;

	private final Tags tags;

	R2dbcDatabase(ConnectionFactory connections, RequestTimer timer, Tags tags) {
		this.connections = connections;
		this.timer = timer;
		this.tags = tags;
	}

	Mono<List<Item>> itemsByPrice(int min, int max, int limit) {
		return query(Statements.ITEMS_BY_PRICE, this::item, min, max, limit);
	}

	Mono<List<Item>> itemsOfCategory(String category, PageWindow window) {
		return query(Statements.ITEMS_OF_CATEGORY, this::item, category, window.limit(), window.offset());
	}

	Mono<Item> item(int id) {
		return query(Statements.ITEM, this::item, id).flatMapIterable(Function.identity()).next();
	}

	Mono<Void> create(Item item) {
		return update(Statements.CREATE_ITEM, item.id(), item.name(), item.category(), item.price(), item.quantity(),
				this.tags.write(item.tags()))
			.then();
	}

	Mono<Boolean> change(int id, ItemChange change) {
		return update(Statements.CHANGE_ITEM, change.name(), change.price(), change.quantity(), id)
			.map((rows) -> rows > 0);
	}

	Mono<List<Fortune>> fortunes() {
		return query(Statements.FORTUNES, (row) -> new Fortune(get(row, 0, Integer.class), get(row, 1, String.class)));
	}

	private <T> Mono<List<T>> query(String sql, Function<? super Readable, T> mapper, Object... parameters) {
		return execute(sql, (result) -> result.map(mapper), parameters).collectList().transform(this::bounded);
	}

	private Mono<Long> update(String sql, Object... parameters) {
		return execute(sql, Result::getRowsUpdated, parameters).single(0L).transform(this::bounded);
	}

	private <T> Flux<T> execute(String sql, Function<Result, Publisher<T>> rows, Object... parameters) {
		return Flux.usingWhen(this.connections.create(),
				(connection) -> Flux.from(bind(connection.createStatement(sql), parameters).execute()).concatMap(rows),
				Connection::close, (connection, ex) -> connection.close(), R2dbcDatabase::discard);
	}

	private static Statement bind(Statement statement, Object... parameters) {
		for (int i = 0; i < parameters.length; i++) {
			statement.bind(i, parameters[i]);
		}
		return statement;
	}

	/**
	 * A connection whose answer is not waited for any more is of no use to others: they
	 * would wait for it in their turn.
	 */
	private static Publisher<Void> discard(Connection pooled) {
		Connection connection = (pooled instanceof Wrapped<?> wrapped) ? wrapped.unwrap(Connection.class) : null;
		Mono<Void> closed = (connection != null) ? Mono.from(connection.close()).onErrorComplete() : Mono.empty();
		return closed.then(Mono.from(pooled.close()));
	}

	private <T> Mono<T> bounded(Mono<T> answer) {
		return answer.timeout(Statements.TIMEOUT, this.timer).onErrorMap(R2dbcDatabase::translate);
	}

	private static Throwable translate(Throwable ex) {
		return DatabaseErrors.translate((ex instanceof R2dbcException error) ? error.getSqlState() : null, ex);
	}

	private Item item(Readable row) {
		return new Item(get(row, 0, Integer.class), get(row, 1, String.class), get(row, 2, String.class),
				get(row, 3, Integer.class), get(row, 4, Integer.class), get(row, 5, Boolean.class),
				this.tags.read(get(row, 6, String.class)),
				new Rating(get(row, 7, Integer.class), get(row, 8, Integer.class)));
	}

	/**
	 * No column is without a value.
	 */
	private static <T> T get(Readable row, int index, Class<T> type) {
		T value = row.get(index, type);
		if (value == null) {
			throw new IllegalStateException("Column " + index + " has no value");
		}
		return value;
	}

}
