package io.uringboot.arena.webflux;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.uringboot.arena.database.Database;
import io.uringboot.arena.database.DatabaseAddress;
import io.uringboot.arena.database.Statements;
import io.uringboot.engine.transport.EventLoops;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.context.SmartLifecycle;

/**
 * A pool of connections per event loop of the server, each with its connections on that
 * loop: from the request to its answer no other thread takes part. One pool for all would
 * hand out connections of any loop, and every query would go over to another thread and
 * back.
 */
final class LoopClients implements SmartLifecycle {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

	/**
	 * Requests of a loop that may wait for a connection: with a database that does not
	 * answer, those beyond get their answer at once.
	 */
	private static final int MAX_WAITING = 4096;

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final Database database;

	private final Supplier<EventLoops> eventLoops;

	private final int maxConnections;

	private final FastThreadLocal<LoopClient> current = new FastThreadLocal<>() {

		@Override
		protected LoopClient initialValue() {
			return createClient();
		}

	};

	private @Nullable Vertx vertx;

	private volatile boolean running;

	/**
	 * Create the clients.
	 * @param database where the database is
	 * @param eventLoops the event loops of the server
	 * @param maxConnections connections of all clients together, shared out among the
	 * loops, of which each has one at least
	 */
	LoopClients(Database database, Supplier<EventLoops> eventLoops, int maxConnections) {
		this.database = database;
		this.eventLoops = eventLoops;
		this.maxConnections = maxConnections;
	}

	/**
	 * Asks the database on the event loop of the thread that calls this, wherever the
	 * result is subscribed to.
	 * @param request what to ask
	 * @return the answer, or the driver's error
	 */
	<T> Mono<T> execute(Function<SqlClient, Future<T>> request) {
		LoopClient client = this.current.get();
		return Mono.create((sink) -> client.execute(request, sink));
	}

	private LoopClient createClient() {
		EventLoops loops = this.eventLoops.get();
		DatabaseAddress address = this.database.address();
		SqlClient client = PgBuilder.client()
			.using(vertx(loops))
			.connectingTo(new PgConnectOptions().setHost(address.host())
				.setPort(address.port())
				.setDatabase(address.database())
				.setUser(address.user())
				.setPassword(address.password())
				.setCachePreparedStatements(true)
				// More was not faster, and a request would wait for those before it
				.setPipeliningLimit(1))
			.with(new PoolOptions().setMaxSize(Math.max(1, this.maxConnections / loops.count()))
				.setMaxWaitQueueSize(MAX_WAITING))
			// A query that is not answered as long as a request may wait is given up. Not
			// the time since the last answer: the connection may have been idle before.
			.with(new NetClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
				.setIdleTimeout((int) Statements.TIMEOUT.toMillis())
				.setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
			.build();
		// That of this thread, if it is one of them
		EventLoop loop = loops.onClient(true).next();
		return new LoopClient(loop, client);
	}

	private synchronized Vertx vertx(EventLoops loops) {
		Vertx vertx = this.vertx;
		if (vertx == null) {
			vertx = ServerTransport.vertx(loops);
			this.vertx = vertx;
		}
		return vertx;
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
		Vertx vertx;
		synchronized (this) {
			vertx = this.vertx;
			this.vertx = null;
		}
		if (vertx != null) {
			Mono.fromCompletionStage(vertx.close().toCompletionStage())
				.timeout(CLOSE_TIMEOUT)
				.onErrorComplete()
				.block();
		}
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

	/**
	 * The connections of one event loop.
	 *
	 * @param loop the event loop
	 * @param client the connections
	 */
	private record LoopClient(EventLoop loop, SqlClient client) {

		<T> void execute(Function<SqlClient, Future<T>> request, MonoSink<T> sink) {
			if (this.loop.inEventLoop()) {
				send(request, sink);
			}
			else {
				this.loop.execute(() -> send(request, sink));
			}
		}

		private <T> void send(Function<SqlClient, Future<T>> request, MonoSink<T> sink) {
			try {
				request.apply(this.client).onComplete(sink::success, sink::error);
			}
			catch (RuntimeException ex) {
				sink.error(ex);
			}
		}

	}

}
