package io.uringboot.engine.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Closes connections whose reset the io_uring transport overlooks. A reset that is there
 * together with data completes both of the transport's polls, the one for input and the
 * one for the client's end, once. Both ask for a read; the one that brings the data is
 * under way, so nothing else follows. And the kernel does not count a reset as more to be
 * read behind the data, as it does for an orderly end (tcp_inq_hint). So nobody would
 * learn of the reset until something is written. Single-shot polls would tell, at the
 * price of one more submission for every read.
 * <p>
 * Stands first in the pipeline, in front of TLS. Costs no system call as long as the
 * client has not ended the connection.
 */
@Sharable
final class OverlookedResetHandler extends ChannelInboundHandlerAdapter {

	static final String NAME = "uring.overlookedReset";

	static final OverlookedResetHandler INSTANCE = new OverlookedResetHandler();

	/** The state in {@code struct tcp_info}; {@code TCP_CLOSE} of the kernel. */
	private static final int TCP_CLOSE = 7;

	private static final UncheckedBooleanSupplier NO_MORE_DATA = () -> false;

	private OverlookedResetHandler() {
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		ctx.fireChannelReadComplete();
		if (hasClientEnded(ctx.channel())) {
			// Later: where the read itself has met the end, the transport says so next.
			ctx.executor().execute(() -> closeIfReset(ctx));
		}
	}

	/**
	 * Whether the transport has been told that the client sends nothing any more. It
	 * keeps that to itself, but then wants to go on reading although no data is left.
	 */
	private static boolean hasClientEnded(Channel channel) {
		return channel.unsafe().recvBufAllocHandle() instanceof RecvByteBufAllocator.ExtendedHandle handle
				&& handle.continueReading(NO_MORE_DATA);
	}

	private static void closeIfReset(ChannelHandlerContext ctx) {
		if (ctx.channel() instanceof IoUringSocketChannel channel && channel.isActive() && !channel.isInputShutdown()
				&& channel.tcpInfo().state() == TCP_CLOSE) {
			ctx.close();
		}
	}

}
