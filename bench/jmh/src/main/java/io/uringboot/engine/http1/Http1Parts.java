package io.uringboot.engine.http1;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.uringboot.bench.jmh.HarnessChannel;

/**
 * What other packages' benchmarks need of this one.
 */
public final class Http1Parts {

	private Http1Parts() {
	}

	/**
	 * Parses a head.
	 * @param octets an array that begins with a whole head
	 * @return the head
	 */
	public static RequestHead head(byte[] octets) {
		RequestHead head = new RequestHead();
		RequestParser parser = new RequestParser(HttpLimits.defaults(), head);
		if (parser.parse(octets, 0, octets.length) != RequestParser.Result.COMPLETE) {
			throw new IllegalArgumentException("not a request: " + parser.error());
		}
		return head;
	}

	/** A place in the pipeline of a connection. */
	static ChannelHandlerContext context() {
		return new HarnessChannel(new ChannelInboundHandlerAdapter()).pipeline().lastContext();
	}

	static ResponseWriter writer(ChannelHandlerContext ctx, OutputBatch batch) {
		return new ResponseWriter(ctx, batch, new byte[0], (deferred) -> {
			throw new IllegalStateException("nothing is deferred here");
		});
	}

	/**
	 * A writer of which nothing is asked.
	 * @return the writer
	 */
	public static ResponseWriter writer() {
		return writer(context(), new OutputBatch());
	}

}
