package io.uringboot.autoconfigure.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import io.netty.util.internal.PlatformDependent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are too large to be kept.
 */
class LargeFileTests {

	private static final long SIZE = 150L * 1024 * 1024;

	private static final long LITTLE = 16L * 1024 * 1024;

	private static final String REQUEST = "GET /static/large.bin HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "io_uring", "epoll", "nio" })
	void areStreamedFromTheDisk(String transport) throws IOException {
		write(SIZE);
		try (StaticServer server = StaticServer.start(true, this.folder, StaticFilesTests.Resources.class,
				"uring.transport=" + transport)) {
			read(server); // what is allocated once
			long allocated = allocatedByOthers();
			Reading reading = read(server);
			assertThat(reading.octets()).isGreaterThan(SIZE).isLessThan(SIZE + 1024);
			assertThat(allocatedByOthers() - allocated).as("heap").isLessThan(LITTLE);
			assertThat(reading.directGrowth()).as("direct memory").isLessThan(LITTLE);
			assertThat(server.answeredInPlace()).isZero();
		}
	}

	@Test
	void limitOfAFileIsThatOfTheProperty() throws IOException {
		write(2000);
		try (StaticServer server = StaticServer.start(true, this.folder, StaticFilesTests.Resources.class,
				"uring.static-resources.cache.max-file-size=2000B")) {
			server.awaitInPlace("/static/large.bin");
			write(2001);
			for (int i = 0; i < 50; i++) {
				assertThat(server.isAnsweredInPlace("GET /static/large.bin")).isFalse();
			}
		}
	}

	private void write(long size) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.folder.resolve("large.bin").toFile(), "rw")) {
			file.setLength(size); // no more than a length on the disk
		}
	}

	private static Reading read(StaticServer server) throws IOException {
		long before = PlatformDependent.usedDirectMemory();
		long most = before;
		long octets = 0;
		byte[] buffer = new byte[256 * 1024];
		try (Socket socket = new Socket("127.0.0.1", server.port())) {
			socket.setSoTimeout(30_000);
			socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
			InputStream input = socket.getInputStream();
			for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
				octets += count;
				most = Math.max(most, PlatformDependent.usedDirectMemory());
			}
		}
		return new Reading(octets, most - before);
	}

	private static long allocatedByOthers() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = -threads.getCurrentThreadAllocatedBytes();
		for (long id : threads.getAllThreadIds()) {
			allocated += Math.max(0, threads.getThreadAllocatedBytes(id));
		}
		return allocated;
	}

	private record Reading(long octets, long directGrowth) {

	}

}
