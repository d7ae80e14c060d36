package io.uringboot.engine.http1;

import io.uringboot.bench.jmh.EventLoopBenchmark;
import io.uringboot.bench.jmh.HarnessChannel;
import io.uringboot.bench.jmh.Requests;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A connection from the buffer that was received to the one that is sent: all that is
 * done for a request but the system calls. The allocation rate counts Netty's objects
 * too, those of the harness among them.
 */
public class CodecBenchmark extends EventLoopBenchmark {

	private static final int DEPTH = 16;

	/** What answers. */
	@Param
	public Codecs codec = Codecs.HARNESS;

	private HarnessChannel channel = new HarnessChannel();

	private final byte[] pipeline = Requests.PIPELINE.octets(DEPTH);

	private final byte[] get = Requests.BASELINE.octets(1);

	private final byte[] length = Requests.BASELINE_LENGTH.octets(1);

	private final byte[] chunked = Requests.BASELINE_CHUNKED.octets(1);

	/** Opens the connection, and sees that everything is answered. */
	@Setup
	public void open() {
		this.channel = this.codec.open();
		check(this.pipeline, DEPTH);
		check(this.get, 1);
		check(this.length, 1);
		check(this.chunked, 1);
	}

	private void check(byte[] requests, int count) {
		String answers = this.channel.exchange(requests);
		if (this.codec != Codecs.HARNESS && answers.split("HTTP/1.1 200 OK\r\n", -1).length != count + 1) {
			throw new IllegalStateException(count + " answers were expected from " + this.codec + ": " + answers);
		}
	}

	/**
	 * Sixteen pipelined requests for the pre-encoded response.
	 * @return octets written
	 */
	@Benchmark
	@OperationsPerInvocation(DEPTH)
	public long pipeline16() {
		return this.channel.receive(this.pipeline);
	}

	/**
	 * A request with a query.
	 * @return octets written
	 */
	@Benchmark
	public long baselineGet() {
		return this.channel.receive(this.get);
	}

	/**
	 * A request with a query and a content of known length.
	 * @return octets written
	 */
	@Benchmark
	public long baselineLength() {
		return this.channel.receive(this.length);
	}

	/**
	 * A request with a query and a content in chunks.
	 * @return octets written
	 */
	@Benchmark
	public long baselineChunked() {
		return this.channel.receive(this.chunked);
	}

}
