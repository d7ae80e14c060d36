package io.uringboot.arena.webflux;

import java.util.concurrent.TimeUnit;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Deadlines of requests on a timing wheel. Nearly all are cancelled: on Reactor's own
 * scheduler each would wake its thread, and on an event loop each would be one more thing
 * to tell the kernel. The wheel wakes ten times a second whatever there is.
 */
@Component
final class RequestTimer implements Scheduler, DisposableBean {

	private final HashedWheelTimer wheel = new HashedWheelTimer(new DefaultThreadFactory("request-timer", true));

	@Override
	public Disposable schedule(Runnable task) {
		return schedule(task, 0, TimeUnit.MILLISECONDS);
	}

	@Override
	public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
		Timeout timeout = this.wheel.newTimeout((expired) -> task.run(), delay, unit);
		return timeout::cancel;
	}

	@Override
	public Worker createWorker() {
		Disposable.Composite tasks = Disposables.composite();
		return new Worker() {

			@Override
			public Disposable schedule(Runnable task) {
				Disposable scheduled = RequestTimer.this.schedule(task);
				tasks.add(scheduled);
				return scheduled;
			}

			@Override
			public void dispose() {
				tasks.dispose();
			}

		};
	}

	@Override
	public void destroy() {
		this.wheel.stop();
	}

}
