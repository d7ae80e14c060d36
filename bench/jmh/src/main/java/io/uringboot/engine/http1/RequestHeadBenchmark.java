package io.uringboot.engine.http1;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import io.uringboot.bench.jmh.EventLoopBenchmark;
import io.uringboot.bench.jmh.HarnessChannel;
import io.uringboot.bench.jmh.Requests;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Parsing the head of a request. Netty's decoder cannot be had without a channel; what
 * that costs by itself is told by {@link #harness()}.
 */
public class RequestHeadBenchmark extends EventLoopBenchmark {

	/** The request. */
	@Param({ "PIPELINE", "BASELINE", "BROWSER" })
	public Requests request = Requests.PIPELINE;

	private final RequestHead head = new RequestHead();

	private final RequestParser parser = new RequestParser(HttpLimits.defaults(), this.head);

	private final HarnessChannel netty = new HarnessChannel(new HttpRequestDecoder(), new Discard());

	private final HarnessChannel harness = new HarnessChannel(new Discard());

	private byte[] octets = new byte[0];

	/** Prepares the octets. */
	@Setup
	public void encode() {
		this.octets = this.request.octets(1);
		Http1Parts.head(this.octets);
	}

	/**
	 * The engine's parser at the first head of what a connection receives.
	 * @return the length of the head
	 */
	@Benchmark
	public int engine() {
		this.parser.reset();
		this.parser.forget();
		this.parser.parse(this.octets, 0, this.octets.length);
		return this.head.length;
	}

	/**
	 * The engine's parser at a head whose field lines are those of the one before, as
	 * those behind the first mostly are.
	 * @return the length of the head
	 */
	@Benchmark
	public int engineAgain() {
		this.parser.reset();
		this.parser.parse(this.octets, 0, this.octets.length);
		return this.head.length;
	}

	/**
	 * A channel that discards what it receives.
	 * @return octets written
	 */
	@Benchmark
	public long harness() {
		return this.harness.receive(this.octets);
	}

	/**
	 * Netty's decoder in such a channel.
	 * @return octets written
	 */
	@Benchmark
	public long netty() {
		return this.netty.receive(this.octets);
	}

	private static final class Discard extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			ReferenceCountUtil.release(message);
		}

	}

}
