package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * Collects what is written through a response writer, for the tests of other packages.
 */
public final class WrittenResponse {

	private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());

	private final ChannelHandlerContext ctx = this.channel.pipeline().firstContext();

	private final OutputBatch batch = new OutputBatch();

	private final ResponseWriter writer;

	public WrittenResponse(String serverField, boolean head, boolean http11, boolean close) {
		this.writer = new ResponseWriter(this.ctx, this.batch, serverField.getBytes(StandardCharsets.US_ASCII),
				(deferred) -> {
				});
		this.batch.open(new byte[64 * 1024]);
		this.writer.batch("Sun, 06 Nov 1994 08:49:37 GMT".getBytes(StandardCharsets.US_ASCII));
		this.writer.start(head, http11, close);
	}

	/** The answer to a request that leaves the connection open. */
	public static String to(boolean head, Consumer<ResponseWriter> answer) {
		return new WrittenResponse("", head, true, false).take(answer);
	}

	/** Makes ready for the answer to the next request. */
	public void next(boolean head) {
		this.writer.start(head, true, false);
	}

	public ResponseWriter writer() {
		return this.writer;
	}

	/** Writes and takes out what was written, as Latin-1. */
	public String take(Consumer<ResponseWriter> answer) {
		answer.accept(this.writer);
		this.batch.write(this.ctx);
		this.batch.flush(this.ctx);
		StringBuilder written = new StringBuilder();
		for (ByteBuf buffer = this.channel.readOutbound(); buffer != null; buffer = this.channel.readOutbound()) {
			written.append(buffer.toString(StandardCharsets.ISO_8859_1));
			buffer.release();
		}
		this.channel.finishAndReleaseAll();
		return written.toString();
	}

}
