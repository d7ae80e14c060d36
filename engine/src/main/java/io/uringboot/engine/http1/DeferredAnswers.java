package io.uringboot.engine.http1;

import java.util.function.Consumer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a connection that has been left for later, at most one: gives it when it
 * is there, or hands its request to the standard path after all.
 */
final class DeferredAnswers {

	private final Http1Connection connection;

	private final ChannelHandlerContext ctx;

	private final @Nullable InPlaceResponder responder;

	private @Nullable DeferredResponse open;

	DeferredAnswers(Http1Connection connection, @Nullable InPlaceResponder responder) {
		this.connection = connection;
		this.ctx = connection.ctx;
		this.responder = responder;
	}

	boolean isOpen() {
		return this.open != null;
	}

	void open(DeferredResponse deferred, DeferredRequest request) {
		deferred.keep(request);
		this.open = deferred;
	}

	void connectionClosed() {
		DeferredResponse deferred = this.open;
		if (deferred != null) {
			this.open = null;
			deferred.abandoned();
		}
	}

	void completed(DeferredResponse deferred, ResponseWriter writer) {
		if (this.open != deferred) {
			return; // the connection is gone
		}
		this.open = null;
		DeferredRequest request = deferred.takeRequest();
		Consumer<Channel> attach = deferred.completion().attach();
		LoopBuffers buffers = LoopBuffers.acquire();
		this.connection.batch.open(buffers.output);
		writer.batch(this.connection.settings.date());
		boolean last = deferred.close || this.connection.lifecycle.isStopping();
		writer.start(deferred.head, deferred.http11, last);
		try {
			if (attach == null) {
				answer(deferred, writer);
			}
			else {
				passOn(request, attach);
				last = false; // the standard path says by itself how its answer ends
			}
		}
		catch (RuntimeException ex) {
			last = InPlaceAnswers.failed(writer, ex);
		}
		finally {
			this.connection.batch.write(this.ctx);
			buffers.release();
		}
		goOn(writer.deferred(), request, last);
	}

	private static void answer(DeferredResponse deferred, ResponseWriter writer) {
		Consumer<ResponseWriter> answer = deferred.completion().answer();
		if (answer != null) {
			answer.accept(writer);
		}
		if (!writer.isAnswered()) {
			throw new IllegalStateException("a deferred response was completed without an answer");
		}
	}

	private void passOn(DeferredRequest request, Consumer<Channel> attach) {
		attach.accept(this.ctx.channel());
		this.connection.lifecycle.notAnsweredInPlace();
		if (this.responder != null) {
			this.responder.passedOn();
		}
		this.connection.gathering = true;
		try {
			this.connection.standard.request(request);
		}
		finally {
			this.connection.gathering = false;
		}
	}

	private void goOn(@Nullable DeferredResponse again, DeferredRequest request, boolean last) {
		if (again != null) {
			open(again, request);
		}
		else if (last) {
			this.connection.end();
		}
		if (this.connection.closing.isRequested()) {
			this.connection.batch.flush(this.ctx);
			this.connection.closing.closeWhenWritten();
			return;
		}
		if (again == null && !this.connection.exchange.isOpen() && this.connection.state == State.WAIT) {
			this.connection.state = State.HEAD;
		}
		this.connection.input.resume();
	}

}
