package io.uringboot.bench.check;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.Connection;
import io.uringboot.bench.http.TlsConnector;
import io.uringboot.bench.profile.Exchange;
import io.uringboot.bench.profile.Ports;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Transport;
import io.uringboot.bench.report.Capture;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server every request of a profile once and judges the answers.
 */
public final class Check {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	/** Further ports open after the first one, by which a server counts as started. */
	private static final Duration FURTHER_PORT = Duration.ofSeconds(15);

	private static final TlsConnector TLS = TlsConnector.trustingAny();

	private final String server;

	private final Ports ports;

	private final Profile profile;

	private final Random random = new Random();

	private final List<Capture> captures = new ArrayList<>();

	private @Nullable String fault;

	private Check(String server, Ports ports, Profile profile) {
		this.server = server;
		this.ports = ports;
		this.profile = profile;
	}

	/**
	 * Asks every request.
	 * @param server name of the server, for the captures
	 * @param ports where it listens
	 * @param profile the profile
	 * @return what was found
	 */
	public static Check of(String server, Ports ports, Profile profile) {
		Check check = new Check(server, ports, profile);
		if (!Connection.awaitListening(ports.of(profile), FURTHER_PORT)) {
			check.fault = "nobody listens on port " + ports.of(profile);
			return check;
		}
		check.touch(profile.exchanges().get(0));
		// The same request may stand several times in the mix of a load.
		Stream.concat(profile.exchanges().stream(), profile.checks().stream()).distinct().forEach(check::exchange);
		if (profile.requestsPerConnection() > 0 && check.fault == null) {
			check.closing(profile.exchanges().get(0));
		}
		if (profile.transport() == Transport.WEBSOCKET && check.fault == null) {
			check.fault = new WebSocketCheck(ports.of(profile), ports.host(profile), TIMEOUT).fault();
		}
		return check;
	}

	/**
	 * Sends one request and waits for its right answer: the short form for looking after
	 * a load whether the server is still well.
	 * @param ports where the server listens
	 * @param profile the profile
	 * @return what is wrong, {@code null} if nothing is
	 */
	public static @Nullable String health(Ports ports, Profile profile) {
		Check check = new Check("", ports, profile);
		check.exchange(profile.exchanges().get(0));
		return check.fault;
	}

	/**
	 * Returns the first fault found.
	 * @return the fault, {@code null} if all answers were right
	 */
	public @Nullable String fault() {
		return this.fault;
	}

	/**
	 * Returns the answers looked at.
	 * @return the answers
	 */
	public List<Capture> captures() {
		return this.captures;
	}

	/**
	 * What a server opens on first use, such as connections to its database, may take
	 * longer on a cold process than it lets a request wait. Whatever comes is not judged:
	 * the same request is again, right after.
	 */
	private void touch(Exchange exchange) {
		try (Connection connection = open()) {
			connection.send(bytes(exchange.request()));
			connection.read();
		}
		catch (IOException ex) {
			// Told of by the judged one.
		}
	}

	private void exchange(Exchange exchange) {
		try (Connection connection = open()) {
			int copies = (this.profile.transport() == Transport.WEBSOCKET) ? 1 : this.profile.pipelineDepth();
			ByteArrayOutputStream batch = new ByteArrayOutputStream();
			for (int i = 0; i < copies; i++) {
				batch.writeBytes(bytes(exchange.request()));
			}
			long sentAt = System.nanoTime();
			connection.send(batch.toByteArray());
			for (int i = 0; i < copies; i++) {
				Answer answer = connection.read();
				String answerFault = exchange.expectation().fault(answer);
				if (answerFault == null && System.nanoTime() - sentAt < exchange.least().toNanos()) {
					answerFault = "answered before " + exchange.least().toMillis() + " ms had passed";
				}
				note(exchange, answerFault);
				if (i == 0) {
					this.captures
						.add(Capture.of(this.profile.name(), exchange.name(), this.server, answer, answerFault));
				}
			}
		}
		catch (IOException ex) {
			note(exchange, describe(ex));
		}
	}

	private void closing(Exchange exchange) {
		try (Connection connection = open()) {
			connection.send(bytes(exchange.request().closing()));
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

	private Connection open() throws IOException {
		int port = this.ports.of(this.profile);
		return (this.profile.transport() == Transport.TLS) ? TLS.open(port, TIMEOUT) : Connection.open(port, TIMEOUT);
	}

	private byte[] bytes(Request request) {
		return request.filled(this.random).toBytes(this.ports.host(this.profile));
	}

	private void note(Exchange exchange, @Nullable String found) {
		if (found != null && this.fault == null) {
			this.fault = "wrong answer to " + exchange.name() + ": " + found;
		}
	}

	static String describe(IOException ex) {
		String message = ex.getMessage();
		return (message != null) ? message : ex.getClass().getSimpleName();
	}

}
