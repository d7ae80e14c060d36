package io.uringboot.bench.jmh;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * A connection without a socket. It hands what was received to the pipeline in a direct
 * buffer of the channel's allocator, as the transports do, and takes what is flushed out
 * of a real outbound buffer.
 */
public final class HarnessChannel extends EmbeddedChannel {

	/** What the transports allocate for a read, unless larger ones come. */
	private static final int RECEIVE_BUFFER = 2048;

	private long written;

	private final StringBuilder transcript = new StringBuilder();

	private boolean recording;

	/**
	 * Creates an open channel. Like reactor-netty's it reads when asked to.
	 * @param handlers the pipeline
	 */
	public HarnessChannel(ChannelHandler... handlers) {
		super(handlers);
		config().setAutoRead(false);
	}

	/**
	 * Receives octets with one read.
	 * @param octets the octets
	 * @return the octets written to the connection so far
	 */
	public long receive(byte[] octets) {
		ByteBuf input = alloc().directBuffer(Math.max(octets.length, RECEIVE_BUFFER));
		input.writeBytes(octets);
		pipeline().fireChannelRead(input).fireChannelReadComplete();
		return this.written;
	}

	/**
	 * Receives octets like {@link #receive}, for checking what is measured.
	 * @param octets the octets
	 * @return what was written
	 */
	public String exchange(byte[] octets) {
		this.transcript.setLength(0);
		this.recording = true;
		receive(octets);
		runPendingTasks();
		this.recording = false;
		return this.transcript.toString();
	}

	@Override
	protected void handleOutboundMessage(Object message) {
		ByteBuf buffer = (ByteBuf) message;
		if (this.recording) {
			this.transcript.append(buffer.toString(StandardCharsets.ISO_8859_1));
		}
		this.written += buffer.readableBytes();
		buffer.release();
	}

}
