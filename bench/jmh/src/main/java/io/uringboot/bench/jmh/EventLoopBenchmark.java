package io.uringboot.bench.jmh;

import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.FastThreadLocalThread;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all benchmarks have in common: they run on an event loop of a fresh JVM with a
 * fixed heap and collector, and tell nanoseconds for each operation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = { EventLoopExecutor.CUSTOM, EventLoopExecutor.CLASS, "-Xms512m", "-Xmx512m",
		"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED" })
public abstract class EventLoopBenchmark {

	/** Sees that the figures mean what they are taken for. */
	@Setup
	public void checkThread() {
		if (!(Thread.currentThread() instanceof FastThreadLocalThread)) {
			throw new IllegalStateException("not on an event loop but on " + Thread.currentThread());
		}
	}

	/**
	 * Nothing: what the others cannot go below.
	 */
	@Benchmark
	public void baseline() {
		// empty
	}

}
