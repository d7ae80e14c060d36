package io.uringboot.engine.compression;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.uringboot.bench.jmh.EventLoopBenchmark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Encoding the arena's compressed JSON responses, one third each of 25, 40 and 50 items.
 * Tells the lengths too.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompressorBenchmark extends EventLoopBenchmark {

	/** Coding and level. */
	@Param({ "gzip-1", "gzip-2", "gzip-3", "gzip-4", "gzip-5", "gzip-6", "gzip-7", "gzip-8", "gzip-9", "br-0", "br-1",
			"br-2", "br-3", "br-4", "br-5", "br-6" })
	public String encoder = "";

	private final byte[][] contents = ItemsJson.contents();

	private Compressor compressor = compressor("gzip-1");

	/** Makes the compressor and tells what it makes of the contents. */
	@Setup
	public void prepare() {
		this.compressor = compressor(this.encoder);
		int sum = 0;
		StringBuilder lengths = new StringBuilder(this.encoder).append(" bytes:");
		for (byte[] content : this.contents) {
			int length = this.compressor.encode(content, 0, content.length);
			lengths.append(' ').append(content.length).append("->").append(length);
			sum += length;
		}
		System.out.println(lengths.append(" mean ").append(sum / this.contents.length));
	}

	/**
	 * One of the three contents.
	 * @return the length of all three, encoded
	 */
	@Benchmark
	@OperationsPerInvocation(3)
	public int encode() {
		int sum = 0;
		for (byte[] content : this.contents) {
			sum += this.compressor.encode(content, 0, content.length);
		}
		return sum;
	}

	private static Compressor compressor(String encoder) {
		String[] parts = encoder.split("-");
		ContentCoding coding = parts[0].equals("br") ? ContentCoding.BR : ContentCoding.GZIP;
		int level = Integer.parseInt(parts[1]);
		Compression compression = new Compression(
				new CompressionSettings(List.of(coding), (coding == ContentCoding.GZIP) ? level : 1,
						(coding == ContentCoding.BR) ? level : 0, 0, (contentType) -> true, Set.of()));
		return compression.compressor(coding);
	}

}
