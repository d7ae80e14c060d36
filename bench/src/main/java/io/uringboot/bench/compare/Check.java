package io.uringboot.bench.compare;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.Connection;
import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.report.Capture;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server every request of a profile once and judges the answers.
 */
final class Check {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private final String server;

	private final int port;

	private final String host;

	private final List<Capture> captures = new ArrayList<>();

	private @Nullable String fault;

	private Check(String server, int port, String host) {
		this.server = server;
		this.port = port;
		this.host = host;
	}

	static Check of(String server, int port, String host, Profile profile) {
		Check check = new Check(server, port, host);
		Stream.concat(profile.exchanges().stream(), profile.checks().stream())
			.forEach((exchange) -> check.exchange(profile, exchange));
		if (profile.requestsPerConnection() > 0 && check.fault == null) {
			check.closing(profile.exchanges().get(0));
		}
		return check;
	}

	/**
	 * Sends one request and waits for its right answer: the short form for looking after
	 * a load whether the server is still well.
	 */
	static @Nullable String health(int port, String host, Profile profile) {
		Exchange exchange = profile.exchanges().get(0);
		try (Connection connection = Connection.open(port, TIMEOUT)) {
			connection.send(exchange.request().toBytes(host));
			return exchange.expectation().fault(connection.read());
		}
		catch (IOException ex) {
			return describe(ex);
		}
	}

	/**
	 * The first fault found, {@code null} if all answers were right.
	 */
	@Nullable String fault() {
		return this.fault;
	}

	List<Capture> captures() {
		return this.captures;
	}

	private void exchange(Profile profile, Exchange exchange) {
		try (Connection connection = Connection.open(this.port, TIMEOUT)) {
			byte[] request = exchange.request().toBytes(this.host);
			ByteArrayOutputStream batch = new ByteArrayOutputStream();
			for (int i = 0; i < profile.pipelineDepth(); i++) {
				batch.writeBytes(request);
			}
			connection.send(batch.toByteArray());
			for (int i = 0; i < profile.pipelineDepth(); i++) {
				Answer answer = connection.read();
				String answerFault = exchange.expectation().fault(answer);
				note(exchange, answerFault);
				if (i == 0) {
					this.captures.add(Capture.of(profile.name(), exchange.name(), this.server, answer, answerFault));
				}
			}
		}
		catch (IOException ex) {
			note(exchange, describe(ex));
		}
	}

	private void closing(Exchange exchange) {
		try (Connection connection = Connection.open(this.port, TIMEOUT)) {
			connection.send(exchange.request().closing().toBytes(this.host));
			note(exchange, exchange.expectation().fault(connection.read()));
			connection.read();
			note(exchange, "a second answer after Connection: close");
		}
		catch (EOFException ex) {
			// As it should be.
		}
		catch (IOException ex) {
			note(exchange, "not closed after Connection: close: " + describe(ex));
		}
	}

	private void note(Exchange exchange, @Nullable String found) {
		if (found != null && this.fault == null) {
			this.fault = "wrong answer to " + exchange.name() + ": " + found;
		}
	}

	private static String describe(IOException ex) {
		String message = ex.getMessage();
		return (message != null) ? message : ex.getClass().getSimpleName();
	}

}
