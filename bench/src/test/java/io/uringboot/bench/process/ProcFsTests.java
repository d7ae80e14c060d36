package io.uringboot.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link ProcFs}, on files as the kernel writes them.
 */
class ProcFsTests {

	@TempDir
	private Path root;

	private ProcFs proc;

	@BeforeEach
	void createFiles() throws IOException {
		this.proc = new ProcFs(this.root, 100);
		write("4711/stat", "4711 (ja) va (x) S 1 4711 4711 0 -1 4194560 9000 0 3 0 1234 66 7 8 20 0 31 0 555 "
				+ "4294967296 60000 18446744073709551615 1 1 0 0 0 0 0 4096 17442 0 0 0 17 1 0 0 0 0 0");
		write("self/stat", "1 (java) S 1 1 1 0 -1 4194560 9000 0 3 0 50 60 250 150 20 0 31 0 555 1 1");
		write("stat", "cpu  600 10 200 9000 50 0 30 2 0 0\ncpu0 100 1 20 4000 25 3 10 1 0 0\n"
				+ "cpu1 500 9 180 5000 25 0 20 1 0 0\nintr 1 2 3\n");
		write("4711/status",
				"Name:\tjava\nVmPeak:\t 4000000 kB\nVmHWM:\t  271828 kB\nVmRSS:\t  200000 kB\nThreads:\t31\n");
		write("4711/limits", "Limit                     Soft Limit           Hard Limit           Units     \n"
				+ "Max open files            20000                524288               files     \n");
		write("4712/limits", "Max open files            unlimited            unlimited            files     \n");
	}

	@Test
	void readsTimesOfTheWholeProcessWhateverItsName() throws IOException {
		CpuTime time = this.proc.cpuTime(4711, "0");
		assertThat(time.process()).isCloseTo(13.0, within(1e-9));
		assertThat(time.children()).isCloseTo(4.0, within(1e-9));
	}

	@Test
	void readsBusyTimeOfTheServersProcessorsOnly() throws IOException {
		assertThat(this.proc.cpuTime(4711, "0").cores()).isCloseTo(1.35, within(1e-9));
		assertThat(this.proc.cpuTime(4711, "0-1").cores()).isCloseTo(8.45, within(1e-9));
		assertThat(this.proc.cpuTime(4711, null).cores()).isCloseTo(8.45, within(1e-9));
		assertThat(this.proc.processors()).isEqualTo(2);
	}

	@Test
	void differencesOfReadingsAreTheWindow() {
		CpuTime window = new CpuTime(3_000_000_000L, 5, 6, 7).since(new CpuTime(1_000_000_000L, 2, 2, 2));
		assertThat(window.seconds()).isEqualTo(2);
		assertThat(window.process()).isEqualTo(3);
		assertThat(window.cores()).isEqualTo(4);
		assertThat(window.children()).isEqualTo(5);
	}

	@Test
	void readsStatusAndLimits() throws IOException {
		assertThat(this.proc.status(4711, "VmHWM")).isEqualTo(271_828);
		assertThat(this.proc.status(4711, "Threads")).isEqualTo(31);
		assertThat(this.proc.openFileLimit(4711)).isEqualTo(20_000);
		assertThat(this.proc.openFileLimit(4712)).isEqualTo(Long.MAX_VALUE);
		assertThatIOException().isThrownBy(() -> this.proc.status(4711, "VmNothing"));
	}

	@Test
	void processThatIsGoneIsAnError() {
		assertThatIOException().isThrownBy(() -> this.proc.cpuTime(1, null));
	}

	@Test
	void seesThisProcessListenAndItsSockets() throws IOException {
		ProcFs real = new ProcFs();
		long pid = ProcessHandle.current().pid();
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
			assertThat(real.listens(pid, port)).isTrue();
			assertThat(real.accepted(pid, port)).isZero();
			try (Socket client = new Socket(socket.getInetAddress(), port); Socket accepted = socket.accept()) {
				assertThat(accepted.getPort()).isEqualTo(client.getLocalPort());
				assertThat(real.accepted(pid, port)).isOne();
			}
			Descriptors descriptors = real.descriptors(pid);
			assertThat(descriptors.sockets()).isPositive();
			assertThat(descriptors.total()).isGreaterThan(descriptors.sockets());
		}
		assertThat(real.listens(pid, port)).isFalse();
	}

	private void write(String name, String text) throws IOException {
		Path file = this.root.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
