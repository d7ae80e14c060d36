package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.uringboot.engine.http1.Http1Connection.State;

/**
 * Frames the requests in what is received, and has each one answered in place or handed
 * to the standard path. Answers that come meanwhile are gathered and leave together.
 */
final class RequestDecoder {

	private final Http1Connection connection;

	private final ChannelHandlerContext ctx;

	/** Octets that must be there before the head is looked at again; 0 if any will do. */
	private int awaited;

	/**
	 * Index in the buffer of the first octet that the array of request octets mirrors.
	 */
	private int mirrorFrom;

	private int mirrorTo;

	RequestDecoder(Http1Connection connection) {
		this.connection = connection;
		this.ctx = connection.ctx;
	}

	/** Whether more octets are needed to go on than there are. */
	boolean awaitsMoreThan(int octets) {
		return this.awaited > octets;
	}

	/** Starts the request over when so many of its octets are there. */
	void await(int octets) {
		this.awaited = octets;
		this.connection.parser.reset();
	}

	/** A request has been taken in. */
	void nextHead() {
		this.connection.lifecycle.requestReceived();
		this.connection.parser.reset();
		this.awaited = 0;
	}

	/**
	 * Takes over the buffer.
	 * @param own whether the buffer is this connection's own, so that the rest may stay
	 * in it
	 */
	void decode(ByteBuf input, boolean own) {
		Http1Connection connection = this.connection;
		LoopBuffers buffers = LoopBuffers.acquire();
		connection.batch.open(buffers.output);
		connection.inPlace.batch();
		forgetMirror();
		connection.gathering = true;
		try {
			while (input.isReadable() && step(input, buffers)) {
				// each step takes in a request, or a part of its content
			}
		}
		catch (Throwable ex) {
			connection.state = State.CLOSED;
			this.ctx.fireExceptionCaught(ex);
			connection.closing.request(null);
		}
		finally {
			connection.gathering = false;
			connection.batch.write(this.ctx);
			forgetMirror();
			buffers.release();
			connection.input.decoded(input, own);
		}
		if (connection.closing.isRequested()) {
			connection.batch.flush(this.ctx);
			connection.closing.closeWhenWritten();
		}
	}

	private boolean step(ByteBuf input, LoopBuffers buffers) {
		return switch (this.connection.state) {
			case HEAD -> head(input, buffers);
			case CONTENT -> this.connection.standard.content(input);
			case WAIT, CLOSED -> false;
		};
	}

	private boolean head(ByteBuf input, LoopBuffers buffers) {
		if (awaitsMoreThan(input.readableBytes()) || !isOutputTaken()) {
			return false;
		}
		RequestParser parser = this.connection.parser;
		int start = mirror(input, buffers, 1);
		RequestParser.Result result = parser.parse(buffers.input, start, this.mirrorTo - this.mirrorFrom);
		if (result == RequestParser.Result.INCOMPLETE && this.mirrorTo < input.writerIndex()) {
			start = mirror(input, buffers, input.readableBytes());
			result = parser.parse(buffers.input, start, this.mirrorTo - this.mirrorFrom);
		}
		return switch (result) {
			case INCOMPLETE -> false;
			case FAILED -> {
				this.connection.refuse(parser.error());
				yield false;
			}
			case COMPLETE -> this.connection.inPlace.request(input, buffers, start);
		};
	}

	/** Whether the client takes its answers: else it goes on when it has taken some. */
	private boolean isOutputTaken() {
		OutputBatch batch = this.connection.batch;
		if (batch.isLarge() || !this.ctx.channel().isWritable()) {
			batch.write(this.ctx);
			if (!this.ctx.channel().isWritable()) {
				batch.flush(this.ctx);
				return this.ctx.channel().isWritable();
			}
		}
		return true;
	}

	/**
	 * Has at least so many octets from the reader index on in the array.
	 * @return the index in the array of the octet at the reader index
	 */
	int mirror(ByteBuf input, LoopBuffers buffers, int count) {
		int from = input.readerIndex();
		if (from >= this.mirrorFrom && from + count <= this.mirrorTo) {
			return from - this.mirrorFrom;
		}
		this.connection.parser.forget();
		buffers.growInput(count);
		int length = Math.min(input.readableBytes(), buffers.input.length);
		input.getBytes(from, buffers.input, 0, length);
		this.mirrorFrom = from;
		this.mirrorTo = from + length;
		return 0;
	}

	/** The array does not mirror the buffer any more. */
	void forgetMirror() {
		this.mirrorFrom = this.mirrorTo = 0;
		this.connection.parser.forget();
	}

}
