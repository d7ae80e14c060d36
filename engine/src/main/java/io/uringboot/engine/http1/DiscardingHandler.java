package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Throws away what a client sends behind the last answer, before TLS sees it.
 */
final class DiscardingHandler extends ChannelInboundHandlerAdapter {

	private final ConnectionClosing closing;

	DiscardingHandler(ConnectionClosing closing) {
		this.closing = closing;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		ByteBuf input = (ByteBuf) message;
		int octets = input.readableBytes();
		input.release();
		this.closing.discarded(octets);
	}

}
