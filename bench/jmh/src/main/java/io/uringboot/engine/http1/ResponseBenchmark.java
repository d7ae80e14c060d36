package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.bench.jmh.EventLoopBenchmark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Writing one response into the batch.
 */
public class ResponseBenchmark extends EventLoopBenchmark {

	private static final ResponseHead HEAD = ResponseHead.of(HttpResponseStatus.OK)
		.with("Content-Type", "text/plain;charset=UTF-8");

	/** Octets of content. */
	@Param({ "2", "1024" })
	public int length;

	private final OutputBatch batch = new OutputBatch();

	private final ChannelHandlerContext ctx = Http1Parts.context();

	private final ResponseWriter writer = Http1Parts.writer(this.ctx, this.batch);

	private final byte[] output = new byte[64 * 1024];

	private final byte[] date = new DateField().octets();

	private byte[] content = new byte[0];

	private ResponseImage image = ResponseImage.of(HEAD, this.content);

	/** Renders the image. */
	@Setup
	public void render() {
		this.content = "x".repeat(this.length).getBytes(StandardCharsets.US_ASCII);
		this.image = ResponseImage.of(HEAD, this.content);
		if (preEncoded() != composed()) {
			throw new IllegalStateException("the responses differ");
		}
	}

	/**
	 * One that was rendered before.
	 * @return its octets
	 */
	@Benchmark
	public int preEncoded() {
		start();
		this.writer.write(this.image);
		return this.batch.reserve(0, this.ctx);
	}

	/**
	 * One that is put together from a constant head, its fields and the content.
	 * @return its octets
	 */
	@Benchmark
	public int composed() {
		start();
		this.writer.write(HEAD, this.content, 0, this.content.length);
		return this.batch.reserve(0, this.ctx);
	}

	private void start() {
		this.batch.open(this.output);
		this.writer.batch(this.date);
		this.writer.start(false, true, false);
	}

}
