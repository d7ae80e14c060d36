package io.uringboot.arena.webflux;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
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

	private final List<LoopClient> clients = new CopyOnWriteArrayList<>();

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
			// A database that says nothing for as long as a request may wait for it is
			// given up
			.with(new NetClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
				.setReadIdleTimeout((int) Statements.TIMEOUT.toMillis())
				.setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
			.build();
		LoopClient created = new LoopClient(loopOfThisThread(loops), client);
		this.clients.add(created);
		return created;
	}

	private synchronized Vertx vertx(EventLoops loops) {
		Vertx vertx = this.vertx;
		if (vertx == null) {
			vertx = ServerTransport.vertx(loops);
			this.vertx = vertx;
		}
		return vertx;
	}

	/**
	 * The first loop for threads that are none, which requests do not come on.
	 */
	private static EventLoop loopOfThisThread(EventLoops loops) {
		EventLoop first = null;
		for (EventExecutor loop : loops.onServer(true)) {
			if (loop.inEventLoop()) {
				return (EventLoop) loop;
			}
			first = (first != null) ? first : (EventLoop) loop;
		}
		if (first == null) {
			throw new IllegalStateException("The server has no event loops");
		}
		return first;
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
			Mono.fromCompletionStage(vertx.close().toCompletionStage()).onErrorComplete().block(CLOSE_TIMEOUT);
		}
		this.clients.clear();
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
				request.apply(this.client).onComplete(sink::success, sink::error);
			}
			else {
				this.loop.execute(() -> request.apply(this.client).onComplete(sink::success, sink::error));
			}
		}

	}

}
