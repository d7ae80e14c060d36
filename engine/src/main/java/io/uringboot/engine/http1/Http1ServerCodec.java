package io.uringboot.engine.http1;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.uringboot.engine.http1.Http1Connection.State;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP/1.1 codec of a connection. It frames every request with one strict parser and
 * then has it answered in place, or hands it to the standard path as Netty's messages:
 * one request at a time, the next one only when nothing of the last is open. So answers
 * leave in the order of the requests, whatever path each took, and those that come while
 * a buffer is being decoded leave with one write.
 * <p>
 * This class is the handler and says when connections end; the {@link Http1Connection}
 * has the parts that do the rest.
 */
final class Http1ServerCodec extends ChannelDuplexHandler {

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(Http1ServerCodec.class);

	private final Http1Settings settings;

	private @Nullable Http1Connection connection;

	Http1ServerCodec(Http1Settings settings) {
		this.settings = settings;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.connection = new Http1Connection(ctx, this.settings);
		allowHalfClosure(ctx, true);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		connection().input.releaseHeld();
		allowHalfClosure(ctx, false);
	}

	/**
	 * RFC 9112 §9.6: a client may close its sending side and still read answers. Other
	 * protocols on the same connection end with it, as without this codec.
	 */
	static void allowHalfClosure(ChannelHandlerContext ctx, boolean allow) {
		ctx.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, allow);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		Http1Connection connection = connection();
		connection.state = State.CLOSED;
		connection.input.releaseHeld();
		connection.inPlace.connectionClosed();
		connection.lifecycle.inactive();
		ctx.fireChannelInactive();
	}

	/**
	 * A connection that breaks is closed by the transport, and whoever works for it
	 * learns that it has been closed. Told of the failure before, reactor-netty would
	 * hand on two errors, of which Reactor logs the second one as dropped: a line for
	 * each client that goes away.
	 */
	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof IOException) {
			logger.debug("{} Connection broke", ctx.channel(), cause);
			ctx.close();
			return;
		}
		ctx.fireExceptionCaught(cause);
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (message instanceof ByteBuf input) {
			connection().input.receive(input);
		}
		else {
			ctx.fireChannelRead(message);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		connection().input.readCompleted();
	}

	@Override
	public void read(ChannelHandlerContext ctx) {
		connection().input.read();
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		ctx.fireChannelWritabilityChanged();
		connection().input.writabilityChanged();
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
		ctx.fireUserEventTriggered(event);
		if (TerminatedEvent.is(event)) {
			connection().standard.terminated();
		}
		else if (event instanceof ChannelInputShutdownEvent) {
			inputShutdown(ctx);
		}
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
		connection().standard.output.write(message, promise);
	}

	@Override
	public void flush(ChannelHandlerContext ctx) {
		Http1Connection connection = connection();
		if (!connection.gathering) {
			connection.batch.flush(ctx);
		}
	}

	/** The client's end came while another handler read. */
	void inputHasEnded() {
		connection().inputShutdown = true;
	}

	/** RFC 9112 §9.6: requests that came before the client's FIN are answered. */
	void inputShutdown(ChannelHandlerContext ctx) {
		Http1Connection connection = connection();
		connection.inputShutdown = true;
		if (!connection.input.isRequestWaiting() && !connection.gathering) {
			connection.state = State.CLOSED;
			connection.closing.inputEnded();
			close(ctx, ctx.newPromise());
		}
	}

	/** The rest of a request did not come in time. */
	void requestTimedOut(ChannelHandlerContext ctx) {
		Http1Connection connection = connection();
		if (connection.state == State.CONTENT) {
			ctx.close(); // whoever reads the content learns that it broke off
		}
		else if (connection.input.isRequestPartial()) {
			connection.input.releaseHeld();
			LoopBuffers buffers = LoopBuffers.acquire();
			connection.batch.open(buffers.output);
			connection.refuse(RequestError.REQUEST_TIMEOUT);
			connection.batch.write(ctx);
			buffers.release();
			connection.closing.closeWhenWritten();
		}
	}

	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		Http1Connection connection = connection();
		if (connection.gathering) {
			connection.state = State.CLOSED;
			connection.closing.request(promise);
		}
		else if (connection.inPlace.isDeferred() && ctx.channel().isActive() && !connection.inputShutdown) {
			connection.lifecycle.stopping(promise); // the answer that is being made still
													// leaves
		}
		else {
			connection.state = State.CLOSED;
			connection.input.discardHeld();
			connection.closing.close(promise);
		}
	}

	private Http1Connection connection() {
		Http1Connection connection = this.connection;
		if (connection == null) {
			throw new IllegalStateException("not added to a pipeline");
		}
		return connection;
	}

}
