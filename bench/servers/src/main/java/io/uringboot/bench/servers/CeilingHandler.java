package io.uringboot.bench.servers;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * Parses, sums and answers as directly as it can be done: it knows two paths, trusts the
 * client and checks nothing that is not needed to find the end of a request. What has
 * been received together is answered with one write.
 */
public final class CeilingHandler extends ChannelInboundHandlerAdapter {

	private static final FastThreadLocal<CeilingExchange> EXCHANGES = new FastThreadLocal<>() {

		@Override
		protected CeilingExchange initialValue() {
			return new CeilingExchange();
		}

	};

	private static final byte[] NOTHING = new byte[0];

	/** The begin of a request whose end has not been received. */
	private byte[] rest = NOTHING;

	/**
	 * Creates the handler of one connection.
	 */
	public CeilingHandler() {
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		ByteBuf buffer = (ByteBuf) message;
		CeilingExchange exchange = EXCHANGES.get();
		int held = this.rest.length;
		int end = held + buffer.readableBytes();
		byte[] input = exchange.input(end);
		System.arraycopy(this.rest, 0, input, 0, held);
		buffer.readBytes(input, held, end - held);
		int from = exchange.answerAll(end);
		this.rest = (from == end || exchange.isClose()) ? NOTHING : Arrays.copyOfRange(input, from, end);
		write(ctx, buffer, exchange);
	}

	/**
	 * The buffer that the requests came in has been read: the answers go into it if they
	 * fit.
	 */
	private static void write(ChannelHandlerContext ctx, ByteBuf buffer, CeilingExchange exchange) {
		int length = exchange.outputLength();
		ByteBuf answers = buffer.clear();
		if (length > buffer.capacity()) {
			buffer.release();
			answers = ctx.alloc().directBuffer(length);
		}
		answers.writeBytes(exchange.output(), 0, length);
		if (exchange.isClose()) {
			ctx.writeAndFlush(answers).addListener(ChannelFutureListener.CLOSE);
		}
		else {
			ctx.write(answers, ctx.voidPromise());
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		ctx.flush();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.close();
	}

}
