package io.uringboot.arena.webflux;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.uringboot.engine.transport.EventLoops;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.SmartLifecycle;

/**
 * A pool of connections per event loop of the server, each with its connections on that
 * loop: from the request to its answer no other thread takes part. One pool for all would
 * hand out connections of any loop, and every query would go over to another thread and
 * back.
 */
final class LoopConnectionPools implements ConnectionFactory, SmartLifecycle {

	private final Supplier<EventLoops> eventLoops;

	private final ConnectionFactoryOptions options;

	private final R2dbcProperties.Pool settings;

	private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();

	private final FastThreadLocal<ConnectionPool> current = new FastThreadLocal<>() {

		@Override
		protected ConnectionPool initialValue() {
			return createPool();
		}

	};

	private volatile boolean running;

	LoopConnectionPools(Supplier<EventLoops> eventLoops, ConnectionFactoryOptions options,
			R2dbcProperties.Pool settings) {
		this.eventLoops = eventLoops;
		this.options = options;
		this.settings = settings;
	}

	/**
	 * A connection on the event loop of the thread that asks; the pool is chosen now and
	 * not on subscription.
	 */
	@Override
	public Publisher<? extends Connection> create() {
		return this.current.get().create();
	}

	@Override
	public ConnectionFactoryMetadata getMetadata() {
		return () -> "PostgreSQL";
	}

	private ConnectionPool createPool() {
		EventLoops loops = this.eventLoops.get();
		ConnectionFactory factory = ConnectionFactories.get(this.options.mutate()
			.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops.loop(indexOfThisThread(loops)))
			.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, this.settings.getMaxCreateConnectionTime())
			.build());
		ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
			.initialSize(0)
			.maxSize(Math.max(1, this.settings.getMaxSize() / loops.count()))
			.maxCreateConnectionTime(this.settings.getMaxCreateConnectionTime())
			// Bounded with the query, by one timer for both
			.maxAcquireTime(Duration.ofMillis(-1))
			.acquireRetry(0)
			.build());
		this.pools.add(pool);
		return pool;
	}

	/**
	 * The loop of this thread; the first for threads that are none, which requests do not
	 * come on.
	 */
	private static int indexOfThisThread(EventLoops loops) {
		int index = 0;
		for (EventExecutor loop : loops.onServer(true)) {
			if (loop.inEventLoop()) {
				return index;
			}
			index++;
		}
		return 0;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * Between the web server, which stops before, and its event loops.
	 */
	@Override
	public void stop() {
		this.running = false;
		Flux.fromIterable(this.pools)
			.flatMap(ConnectionPool::disposeLater)
			.onErrorComplete()
			.blockLast(Duration.ofSeconds(5));
		this.pools.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 1;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

}
