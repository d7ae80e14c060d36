package io.uringboot.autoconfigure.differential;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.uringboot.autoconfigure.differential.Answer.Ending;

/**
 * Sends one corpus to both servers, in step, and compares what they do.
 */
final class Comparison implements AutoCloseable {

	private static final List<String> NO_ANSWER = List.of("(no answer)");

	private final Scenario scenario;

	private final Server plain;

	private final Server engine;

	private final Differences differences = new Differences();

	private final Set<IntendedDifference> intended = EnumSet.noneOf(IntendedDifference.class);

	/** Requests on the connections that are open. */
	private int used;

	private Request last;

	Comparison(Scenario scenario) {
		this.scenario = scenario;
		this.plain = Server.plain(scenario);
		this.engine = Server.engine(scenario);
	}

	Server plain() {
		return this.plain;
	}

	Server engine() {
		return this.engine;
	}

	Differences differences() {
		return this.differences;
	}

	/**
	 * The intended differences that have shown.
	 */
	Set<IntendedDifference> intended() {
		return this.intended;
	}

	/** Requests that reach handlers which the corpus reaches only by luck. */
	void runCertain(String... certain) {
		for (String text : certain) {
			byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
			compare(new Exchange(List
				.of(new Request(text.lines().findFirst().orElseThrow(), bytes, bytes.length, false, false, false)),
					new int[0]));
		}
	}

	void run(Corpus corpus, int requests) {
		for (int sent = 0; sent < requests;) {
			Exchange exchange = corpus.next();
			compare(exchange);
			sent += exchange.requests().size();
		}
	}

	void compare(Exchange exchange) {
		int size = exchange.requests().size();
		if (this.used + size > Corpus.CONNECTION_LIMIT) {
			reconnect();
		}
		Answers answers = exchange(exchange);
		if (countsOtherDigits(answers)) {
			answers = again(exchange);
		}
		if (this.used > 0 && answers.engine.get(0).isEmpty()) {
			compareLines(this.last, "end of connection", List.of("not closed"), List.of("closed without saying so"));
			answers = again(exchange);
		}
		if (exchange.requests().get(0).waiting() && answers.plain.get(0).ending() != answers.engine.get(0).ending()) {
			// Whether an error or the end of the content is earlier is not certain.
			answers = again(exchange);
		}
		compare(exchange, answers);
		compareLines(exchange.requests().get(size - 1), "invocations", this.plain.invocations().takeRecent(),
				this.engine.invocations().takeRecent());
		this.used += size;
		this.last = exchange.requests().get(size - 1);
		if (answers.plain.size() < size || !areOpen(answers.plain) || !areOpen(answers.engine) || this.last.waiting()) {
			reconnect();
		}
	}

	private Answers again(Exchange exchange) {
		reconnect();
		takeInvocations();
		return exchange(exchange);
	}

	/**
	 * The ids of requests are numbered through in a JVM and part of the bodies of errors,
	 * hence of the length that HEAD shows of them. Once in a power of ten one of them has
	 * a digit more.
	 */
	private static boolean countsOtherDigits(Answers answers) {
		for (int i = 0; i < Math.min(answers.plain.size(), answers.engine.size()); i++) {
			int difference = answers.plain.get(i).errorLengthWithoutContent()
					- answers.engine.get(i).errorLengthWithoutContent();
			if (Math.abs(difference) == 1) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Send to the engine only, on a connection of its own.
	 */
	List<Answer> engineAnswers(Exchange exchange) {
		this.engine.reconnect();
		this.engine.send(exchange);
		return this.engine.read(exchange.requests());
	}

	/**
	 * Send to Boot's server only, on a connection of its own.
	 */
	Answer plainAnswer(Request request) {
		this.plain.reconnect();
		return this.plain.exchangeOneByOne(List.of(request)).get(0);
	}

	private void takeInvocations() {
		this.plain.invocations().takeRecent();
		this.engine.invocations().takeRecent();
	}

	private void reconnect() {
		this.plain.reconnect();
		this.engine.reconnect();
		this.used = 0;
	}

	/**
	 * What is a pipeline for the engine goes to Boot's server one by one: reactor-netty
	 * loses requests of pipelines.
	 */
	private Answers exchange(Exchange exchange) {
		List<Request> requests = exchange.requests();
		// Boot's server sometimes closes behind an answer without saying so.
		this.plain.reconnect();
		if (requests.get(0).waiting()) {
			return new Answers(List.of(this.plain.exchangeWaiting(requests.get(0))),
					List.of(this.engine.exchangeWaiting(requests.get(0))));
		}
		this.engine.send(exchange);
		if (requests.size() > 1) {
			List<Answer> plain = this.plain.exchangeOneByOne(requests);
			return new Answers(plain, this.engine.read(requests));
		}
		this.plain.send(exchange);
		return new Answers(this.plain.read(requests), this.engine.read(requests));
	}

	private void compare(Exchange exchange, Answers answers) {
		for (int i = 0; i < Math.max(answers.plain.size(), answers.engine.size()); i++) {
			Request request = exchange.requests().get(i);
			if (i >= answers.engine.size() || i >= answers.plain.size()) {
				compareLines(request, "number of answers", linesOf(answers.plain, i), linesOf(answers.engine, i));
				return;
			}
			boolean followed = i < exchange.requests().size() - 1;
			Answer engine = answers.engine.get(i);
			// Requests behind the last one that is answered may arrive when the
			// connection has been closed.
			engine = (followed && engine.ending() == Ending.RESET) ? engine.withEnding(Ending.CLOSED) : engine;
			Answer expected = expected(request, answers.plain.get(i), engine);
			compareLines(request, (exchange.requests().size() > 1) ? "pipelined" : "single",
					Volatile.without(expected).lines(), Volatile.without(engine).lines());
		}
	}

	private Answer expected(Request request, Answer plain, Answer engine) {
		Answer expected = plain;
		for (IntendedDifference difference : IntendedDifference.values()) {
			Answer changed = difference.expected(this.scenario, request, expected, engine);
			if (changed != expected) {
				this.intended.add(difference);
			}
			expected = changed;
		}
		return expected;
	}

	private static List<String> linesOf(List<Answer> answers, int index) {
		return (index < answers.size()) ? answers.get(index).lines() : NO_ANSWER;
	}

	private void compareLines(Request request, String aspect, List<String> plain, List<String> engine) {
		if (!plain.equals(engine)) {
			this.differences.add(Difference.of(request, aspect, plain, engine));
		}
	}

	private static boolean areOpen(List<Answer> answers) {
		return answers.get(answers.size() - 1).ending() == Ending.OPEN;
	}

	@Override
	public void close() {
		this.plain.close();
		this.engine.close();
	}

	private record Answers(List<Answer> plain, List<Answer> engine) {

	}

}
