package io.uringboot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.netty.channel.unix.DomainSocketAddress;
import io.uringboot.engine.transport.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TransportsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			auto     | io_uring | io_uring (kernel %s, 2 loops, sharded accept)
			io_uring | io_uring | io_uring (kernel %s, 2 loops, sharded accept)
			epoll    | epoll    | epoll (kernel %s, 2 loops, sharded accept)
			nio      | nio      | nio (kernel %s, 2 loops)
			""")
	void servesAndTellsOnWhat(String setting, String transport, String line, CapturedOutput output) {
		try (RunningApplication application = RunningApplication.start("uring.transport=" + setting,
				"uring.threads=2")) {
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			assertThat(application.get("/thread").text()).startsWith("uring-http-" + transport);
			assertThat(output).containsOnlyOnce(
					"Uring engine on port " + application.port() + ": " + line.formatted(KernelVersion.current()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "io_uring, true, 3", "epoll, true, 3", "nio, true, 1", "io_uring, false, 1", "epoll, false, 1" })
	void eachEventLoopHasAListeningSocketUnlessTheyAreToShare(String transport, boolean sharded, int sockets,
			CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.start("uring.transport=" + transport,
				"uring.threads=3", "uring.sharded-accept=" + sharded)) {
			assertThat(listeningSockets(application.port())).isEqualTo(sockets);
			assertThat(output.getAll().contains("sharded accept")).isEqualTo(sockets > 1);
			Set<String> threads = new HashSet<>();
			for (int i = 0; i < 500 && threads.size() < 3; i++) {
				threads.add(application.get("/thread").text());
			}
			assertThat(threads).hasSize(3);
		}
	}

	@Test
	void aLimitOfConnectionsIsKeptByOneSocket(CapturedOutput output) throws IOException {
		try (RunningApplication application = RunningApplication.start(Limit.class, "uring.threads=3")) {
			assertThat(listeningSockets(application.port())).isOne();
			assertThat(output).contains("3 loops)").doesNotContain("sharded accept");
			assertThat(application.get("/hello").text()).isEqualTo("hello");
		}
	}

	@Test
	void aDomainSocketHasNoPort(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path path = directory.resolve("socket");
		try (RunningApplication application = RunningApplication.start(DomainSocket.class, "test.socket=" + path);
				SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
			channel.write(
					ByteBuffer.wrap("GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes()));
			ByteArrayOutputStream response = new ByteArrayOutputStream();
			Channels.newInputStream(channel).transferTo(response);
			assertThat(response.toString()).contains("Date: ").endsWith("hello");
			assertThat(output).contains("Uring engine on a domain socket: io_uring");
			assertThat(application.port()).isEqualTo(-1);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void providedBuffersServe(boolean sharded) {
		try (RunningApplication application = RunningApplication.start("uring.transport=io_uring",
				"uring.buffer-ring.enabled=true", "uring.buffer-ring.size=8", "uring.buffer-ring.buffer-size=64B",
				"uring.sharded-accept=" + sharded); RawConnection connection = application.connect()) {
			String body = "0123456789".repeat(1000);
			for (int i = 0; i < 10; i++) {
				assertThat(connection
					.send("POST /echo HTTP/1.1", "Host: localhost", "Content-Type: text/plain", "Content-Length: 10000")
					.sendBytes(body)
					.response()
					.text()).isEqualTo(body);
			}
		}
	}

	private static long listeningSockets(int port) throws IOException {
		// proc_net_tcp(5): local address and port in hexadecimal, state 0A is LISTEN
		Pattern listening = Pattern.compile(".*: [0-9A-F]+:%04X [0-9A-F]+:0000 0A .*".formatted(port));
		return Stream.concat(Files.lines(Path.of("/proc/net/tcp")), Files.lines(Path.of("/proc/net/tcp6")))
			.filter((line) -> listening.matcher(line).matches())
			.count();
	}

	@Configuration(proxyBeanMethods = false)
	static class Limit {

		@Bean
		NettyServerCustomizer limit() {
			return (server) -> server.maxConnections(10);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DomainSocket {

		@Bean
		NettyServerCustomizer domainSocket(@Value("${test.socket}") String path) {
			return (server) -> server.bindAddress(() -> new DomainSocketAddress(path));
		}

	}

}
