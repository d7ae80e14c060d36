package io.uringboot.bench.validate;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.Connection;
import io.uringboot.bench.http.TlsConnector;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import org.jspecify.annotations.Nullable;

/**
 * A port of the server, in cleartext or with TLS.
 *
 * @param port the port
 * @param tls how to shake hands, {@code null} for cleartext
 */
record Origin(int port, @Nullable TlsConnector tls) {

	/**
	 * Bound of every wait for the server.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(30);

	Connection connect() throws IOException {
		return (this.tls != null) ? this.tls.open(this.port, TIMEOUT) : Connection.open(this.port, TIMEOUT);
	}

	String host() {
		return "localhost:" + this.port;
	}

	/**
	 * Sends a request over a connection of its own and reads the answer.
	 */
	Answer answer(Request request) throws IOException {
		try (Connection connection = connect()) {
			connection.send(request.toBytes(host()));
			return connection.read();
		}
	}

	/**
	 * The same, and judges the answer.
	 * @return what is wrong, or {@code null} if the answer is right
	 */
	@Nullable String ask(Request request, Expectation expectation) throws IOException {
		return expectation.fault(answer(request));
	}

	/**
	 * Sends the bytes of some requests over one connection and judges the answers in
	 * turn.
	 * @param requests the requests
	 * @param count how many they are
	 * @param expectations what is expected of the answer at an index
	 * @return what is wrong, or {@code null} if all answers are right
	 */
	@Nullable String askInTurn(byte[] requests, int count, IntFunction<Expectation> expectations) throws IOException {
		try (Connection connection = connect()) {
			connection.send(requests);
			for (int i = 0; i < count; i++) {
				String fault = expectations.apply(i).fault(connection.read());
				if (fault != null) {
					return "answer " + (i + 1) + ": " + fault;
				}
			}
			return null;
		}
	}

}
