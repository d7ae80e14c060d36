package io.uringboot.bench.servers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.netty.channel.uring.IoUring;
import io.uringboot.engine.testkit.RawConnection;
import io.uringboot.engine.testkit.RawConnection.Response;
import io.uringboot.engine.transport.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServersTests {

	private static final String PIPELINE = "GET /pipeline HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";

	private static final String GET = "GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";

	private static final String NEGATIVE = "GET /baseline11?a=-13&b=-2147483635 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";

	private static final String POST_LENGTH = "POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 2\r\n\r\n20";

	private static final String POST_CHUNKED = "POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n2\r\n1\r\n0\r\n0\r\n\r\n";

	private static final String CLOSING = "GET /pipeline HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n";

	private static final Map<String, AutoCloseable> servers = new LinkedHashMap<>();

	private static final Map<String, Integer> ports = new LinkedHashMap<>();

	@BeforeAll
	static void start() throws Exception {
		ServerSettings settings = new ServerSettings(IoUring.isAvailable() ? Transport.IO_URING : Transport.NIO, 0, 2);
		CeilingServer ceiling = CeilingServer.start(settings);
		add("ceiling", ceiling, ceiling.port());
		EngineServer engine = EngineServer.start(settings, true);
		add("engine", engine, engine.port());
		EngineServer standard = EngineServer.start(settings, false);
		add("engine, standard path", standard, standard.port());
		ReactorNettyServer reactorNetty = ReactorNettyServer.start(settings);
		add("reactor-netty", reactorNetty, reactorNetty.port());
	}

	private static void add(String name, AutoCloseable server, int port) {
		servers.put(name, server);
		ports.put(name, port);
	}

	@AfterAll
	static void stop() throws Exception {
		for (AutoCloseable server : servers.values()) {
			server.close();
		}
	}

	static Set<String> servers() {
		return ports.keySet();
	}

	@ParameterizedTest
	@MethodSource("servers")
	void answersTheRequestsOfTheProfiles(String server) {
		try (RawConnection client = connect(server)) {
			assertThat(exchange(client, PIPELINE)).isEqualTo("ok");
			assertThat(exchange(client, GET)).isEqualTo("55");
			assertThat(exchange(client, NEGATIVE)).isEqualTo("-2147483648");
			assertThat(exchange(client, POST_LENGTH)).isEqualTo("75");
			assertThat(exchange(client, POST_CHUNKED)).isEqualTo("75");
		}
	}

	@ParameterizedTest
	@MethodSource("servers")
	void answersPipelinedRequestsInTheirOrder(String server) {
		try (RawConnection client = connect(server)) {
			client.send((PIPELINE + GET + POST_CHUNKED + POST_LENGTH).repeat(4));
			for (int i = 0; i < 4; i++) {
				assertThat(client.readResponse().body()).isEqualTo("ok");
				assertThat(client.readResponse().body()).isEqualTo("55");
				assertThat(client.readResponse().body()).isEqualTo("75");
				assertThat(client.readResponse().body()).isEqualTo("75");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("servers")
	void answersRequestsThatArriveInParts(String server) {
		String requests = PIPELINE + POST_CHUNKED + POST_LENGTH + GET;
		try (RawConnection client = connect(server)) {
			for (int split = 1; split < requests.length(); split++) {
				client.send(requests.substring(0, split));
				client.send(requests.substring(split));
				assertThat(client.readResponse().body()).isEqualTo("ok");
				assertThat(client.readResponse().body()).isEqualTo("75");
				assertThat(client.readResponse().body()).isEqualTo("75");
				assertThat(client.readResponse().body()).isEqualTo("55");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("servers")
	void closesAfterTheLastAnswer(String server) {
		try (RawConnection client = connect(server)) {
			assertThat(exchange(client, CLOSING)).isEqualTo("ok");
			assertThat(client.readToEnd()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("servers")
	void doesNotKnowOtherPaths(String server) {
		try (RawConnection client = connect(server)) {
			client.send(PIPELINE.replace("pipeline", "elsewhere"));
			assertThat(client.readResponse().status()).isEqualTo(404);
		}
	}

	@Test
	void ceilingSendsTheSameOctetsAsTheEngine() {
		for (String request : new String[] { PIPELINE, GET, POST_LENGTH, CLOSING }) {
			assertThat(answer("ceiling", request)).isEqualTo(answer("engine", request));
		}
	}

	@ParameterizedTest
	@MethodSource("servers")
	void answersHaveTheSameFields(String server) {
		for (String request : new String[] { PIPELINE, GET, POST_LENGTH }) {
			assertThat(lines(answer(server, request)))
				.containsExactlyInAnyOrderElementsOf(lines(answer("ceiling", request)));
		}
	}

	@Test
	void standardRouteIsThereBesideTheFastPath() {
		assertThat(answer("engine", PIPELINE.replace("pipeline", "standard"))).endsWith("\r\n\r\nok");
	}

	private static Set<String> lines(String answer) {
		return Set.of(answer.toLowerCase(Locale.ROOT).split("\r\n"));
	}

	private static String exchange(RawConnection client, String request) {
		return client.send(request).readResponse().body();
	}

	private static String answer(String server, String request) {
		try (RawConnection client = connect(server)) {
			Response response = client.send(request).readResponse();
			return response.head().replaceFirst("(?i)(date: )[^\r]{29}\r", "$1...\r") + response.body();
		}
	}

	private static RawConnection connect(String server) {
		return RawConnection.to(ports.get(server));
	}

}
