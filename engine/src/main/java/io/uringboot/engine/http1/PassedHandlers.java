package io.uringboot.engine.http1;

import java.util.List;
import java.util.Set;

import io.netty.channel.ChannelHandlerContext;
import reactor.netty.NettyPipeline;

/**
 * The handlers that requests and answers do not meet when they are answered in place:
 * those behind the codec. Where one is not known to be indifferent to that, an access log
 * or meters for instance, nothing is answered in place.
 */
final class PassedHandlers {

	/** They serve the standard path alone. */
	private static final Set<String> INDIFFERENT = Set.of(NettyPipeline.HttpTrafficHandler,
			NettyPipeline.ReactiveBridge, NettyPipeline.IdleTimeoutHandler, ResponseFields.HANDLER,
			Http10KeepAlive.NAME);

	private static final String TAIL = "DefaultChannelPipeline$TailContext#0";

	private PassedHandlers() {
	}

	/**
	 * Whether all handlers behind the codec are indifferent.
	 * @param codec the codec's context
	 * @param replaced names of further handlers that need not see requests
	 * @return whether requests may be answered in place
	 */
	static boolean areIndifferent(ChannelHandlerContext codec, Set<String> replaced) {
		List<String> names = codec.pipeline().names();
		for (String name : names.subList(names.indexOf(codec.name()) + 1, names.size())) {
			if (!INDIFFERENT.contains(name) && !replaced.contains(name) && !name.equals(TAIL)) {
				return false;
			}
		}
		return true;
	}

}
