package io.uringboot.autoconfigure.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.autoconfigure.differential.Answer.Ending;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/**
 * The application on one of the two servers, with the connection that is used.
 */
final class Server implements AutoCloseable {

	private static final Map<String, Object> DEFAULTS = Map.of("server.port", "0", "server.address", "127.0.0.1",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.banner-mode", "off",
			"management.metrics.web.server.max-uri-tags", "1000",
			// What handlers throw on purpose is logged with its stack trace else.
			"logging.level.org.springframework.boot.webflux", "off", "logging.level.org.springframework.web", "off",
			"logging.level.reactor", "off", "logging.level.org.springframework.http.server.reactive", "off");

	private final ReactiveWebServerApplicationContext context;

	private final Invocations invocations;

	private final int port;

	private ClientConnection connection;

	private Server(ReactiveWebServerApplicationContext context) {
		this.context = context;
		this.invocations = context.getBean(Invocations.class);
		this.port = context.getWebServer().getPort();
		this.connection = new ClientConnection(this.port);
	}

	/**
	 * Start Boot's own server, or where the engine's own features differ from it on
	 * purpose, the engine without its fast path.
	 */
	static Server plain(Scenario scenario) {
		return (scenario == Scenario.COMPRESSION) ? start(scenario, "uring.fast-path.enabled")
				: start(scenario, "uring.enabled");
	}

	/**
	 * Start the server of the starter.
	 */
	static Server engine(Scenario scenario) {
		return start(scenario, "differential.nothing-is-off");
	}

	private static Server start(Scenario scenario, String switchedOff) {
		Map<String, Object> properties = new HashMap<>(DEFAULTS);
		properties.putAll(scenario.properties());
		properties.put(switchedOff, "false");
		return new Server(
				(ReactiveWebServerApplicationContext) new SpringApplicationBuilder(DifferentialApplication.class)
					.sources(scenario.sources())
					.web(WebApplicationType.REACTIVE)
					.properties(properties)
					.run());
	}

	ReactiveWebServerApplicationContext context() {
		return this.context;
	}

	Invocations invocations() {
		return this.invocations;
	}

	/**
	 * Go on with a new connection.
	 */
	void reconnect() {
		this.connection.close();
		this.connection = new ClientConnection(this.port);
	}

	void send(Exchange exchange) {
		this.connection.send(exchange.bytes(), exchange.splits());
	}

	List<Answer> read(List<Request> requests) {
		return this.connection.read(requests);
	}

	Answer exchangeWaiting(Request request) {
		return this.connection.sendWaiting(request);
	}

	/**
	 * Send each request when the previous one has been answered, up to one that is the
	 * last on the connection. Each goes on a connection of its own, because Boot's server
	 * may close behind an answer without saying so.
	 */
	List<Answer> exchangeOneByOne(List<Request> requests) {
		List<Answer> answers = new ArrayList<>();
		for (Request request : requests) {
			reconnect();
			this.connection.send(request.bytes());
			answers.addAll(read(List.of(request)));
			if (answers.get(answers.size() - 1).ending() != Ending.OPEN) {
				break;
			}
		}
		return answers;
	}

	@Override
	public void close() {
		this.connection.close();
		this.context.close();
	}

}
