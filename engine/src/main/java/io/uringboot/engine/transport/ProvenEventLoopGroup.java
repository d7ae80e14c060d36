package io.uringboot.engine.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

/**
 * Event loops that are known to run: each has created its ring (or selector) and has
 * waited on it once. Whatever goes wrong on the way closes all loops again.
 */
final class ProvenEventLoopGroup extends MultiThreadIoEventLoopGroup {

	private static final long PROOF_TIMEOUT_SECONDS = 20;

	private static final long WAIT_MILLIS = 5;

	private ProvenEventLoopGroup(int count, ThreadFactory threadFactory, IoHandlerFactory ioHandlerFactory) {
		// The list travels as an argument since newChild is called before fields exist.
		super(count, threadFactory, ioHandlerFactory, new Created(new ArrayList<>()));
	}

	/**
	 * Creates and starts event loops; blocks until all of them run.
	 * @param count how many
	 * @param threadFactory makes their threads
	 * @param ioHandlerFactory makes their rings or selectors
	 * @return the running loops
	 * @throws Exception what the first loop that did not come up failed with
	 */
	static ProvenEventLoopGroup start(int count, ThreadFactory threadFactory, IoHandlerFactory ioHandlerFactory)
			throws Exception {
		ProvenEventLoopGroup group = new ProvenEventLoopGroup(count, threadFactory, ioHandlerFactory);
		try {
			group.prove();
			return group;
		}
		catch (Exception ex) {
			group.shutdownGracefully(0, 0, TimeUnit.SECONDS).await(PROOF_TIMEOUT_SECONDS, TimeUnit.SECONDS);
			throw ex;
		}
	}

	@Override
	protected IoEventLoop newChild(Executor executor, IoHandlerFactory ioHandlerFactory, Object... args) {
		Created created = (Created) args[0];
		try {
			IoEventLoop loop = super.newChild(executor, ioHandlerFactory);
			created.loops().add(loop);
			return loop;
		}
		catch (RuntimeException | Error ex) {
			// Netty would give each loop its default quiet period of two seconds.
			created.loops().forEach((loop) -> loop.shutdownGracefully(0, 0, TimeUnit.SECONDS));
			throw ex;
		}
	}

	/**
	 * Lets every loop wait a little, twice: enabling a ring and entering it happen on the
	 * loop's own thread and can be refused there although creating the ring was not.
	 */
	private void prove() throws Exception {
		List<CompletableFuture<Void>> proofs = new ArrayList<>();
		for (EventExecutor loop : this) {
			CompletableFuture<Void> proof = new CompletableFuture<>();
			// From the loop itself, so that the time is not over before it waits.
			loop.execute(() -> await(loop, () -> await(loop, () -> proof.complete(null), proof), proof));
			proofs.add(proof);
		}
		int index = 0;
		for (EventExecutor loop : this) {
			try {
				proofs.get(index++).get(PROOF_TIMEOUT_SECONDS, TimeUnit.SECONDS);
			}
			catch (CancellationException | ExecutionException ex) {
				throw failure(loop, ex);
			}
			catch (TimeoutException ex) {
				throw new IllegalStateException("Event loop %d of %d does not answer".formatted(index, proofs.size()),
						ex);
			}
		}
	}

	private static void await(EventExecutor loop, Runnable then, CompletableFuture<Void> proof) {
		loop.schedule(then, WAIT_MILLIS, TimeUnit.MILLISECONDS).addListener((wait) -> {
			if (!wait.isSuccess()) {
				proof.completeExceptionally(wait.cause());
			}
		});
	}

	private static IllegalStateException failure(EventExecutor loop, Exception whileWaiting)
			throws InterruptedException {
		Future<?> termination = loop.terminationFuture();
		termination.await(PROOF_TIMEOUT_SECONDS, TimeUnit.SECONDS);
		Throwable cause = (termination.cause() != null) ? termination.cause() : whileWaiting;
		return new IllegalStateException("An event loop stopped when it was started", cause);
	}

	private record Created(List<IoEventLoop> loops) {

	}

}
