package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import reactor.netty.http.server.HttpServer;

/**
 * The codec alone in a channel, without a server: what arrives together is exactly what
 * is given to it together.
 */
final class EmbeddedCodec implements AutoCloseable {

	private final EmbeddedChannel channel;

	private final StringBuilder sent = new StringBuilder();

	EmbeddedCodec(HttpLimits limits, ChannelHandler... behind) {
		Http1Settings settings = new Http1Settings(limits, null, TestResponder::new, Duration.ZERO,
				HttpServer.create().configuration());
		this.channel = new EmbeddedChannel();
		this.channel.pipeline().addLast(new Http1ServerCodec(settings)).addLast(behind);
	}

	EmbeddedCodec(ChannelHandler... behind) {
		this(HttpLimits.defaults(), behind);
	}

	EmbeddedChannel channel() {
		return this.channel;
	}

	EmbeddedCodec receive(String text) {
		return receive(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	EmbeddedCodec receive(byte[] octets) {
		return receive(octets, 0, octets.length);
	}

	EmbeddedCodec receive(byte[] octets, int offset, int length) {
		this.channel.writeInbound(this.channel.alloc().buffer(length).writeBytes(octets, offset, length));
		this.channel.runPendingTasks();
		return this;
	}

	/** Everything sent so far. */
	String sent() {
		this.channel.runPendingTasks();
		for (Object message = this.channel.readOutbound(); message != null; message = this.channel.readOutbound()) {
			ByteBuf buffer = (ByteBuf) message;
			this.sent.append(buffer.toString(StandardCharsets.ISO_8859_1));
			buffer.release();
		}
		return this.sent.toString();
	}

	static ByteBuf latin1(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() {
		this.channel.finishAndReleaseAll();
	}

}
