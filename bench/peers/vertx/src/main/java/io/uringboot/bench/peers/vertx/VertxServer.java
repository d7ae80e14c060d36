package io.uringboot.bench.peers.vertx;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;

/**
 * The server. Environment: {@code PORT}, {@code TRANSPORT} ({@code io_uring},
 * {@code epoll} or {@code nio}, with no falling back) and {@code DATASET}.
 */
final class VertxServer {

	private static final Map<String, Transport> TRANSPORTS = Map.of("io_uring", Transport.IO_URING, "epoll",
			Transport.EPOLL, "nio", Transport.NIO);

	private VertxServer() {
	}

	public static void main(String[] arguments) throws Exception {
		int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
		Transport transport = transport(System.getenv().getOrDefault("TRANSPORT", "io_uring"));
		Endpoints endpoints = new Endpoints(Dataset.read());
		int loops = Runtime.getRuntime().availableProcessors();
		// An event loop for each processor, the server deployed once on each, as its
		// guide advises; Vert.x alone would take two.
		Vertx vertx = Vertx.builder()
			.with(new VertxOptions().setEventLoopPoolSize(loops))
			.withTransport(transport)
			.build();
		vertx.deployVerticle(() -> verticle(endpoints, port), new DeploymentOptions().setInstances(loops))
			.await(30, TimeUnit.SECONDS);
		System.out.println("Vert.x started on port " + port + ", " + transport.name() + ", event loops: " + loops);
	}

	private static Transport transport(String name) throws IOException {
		Transport transport = TRANSPORTS.get(name.toLowerCase(Locale.ROOT));
		if (transport == null) {
			throw new IllegalArgumentException("TRANSPORT is '" + name + "', which is none of " + TRANSPORTS.keySet());
		}
		if (!transport.available()) {
			throw new IOException(name + " is not available here", transport.unavailabilityCause());
		}
		return transport;
	}

	private static Deployable verticle(Endpoints endpoints, int port) {
		return new VerticleBase() {

			@Override
			public Future<?> start() {
				return this.vertx.createHttpServer()
					.requestHandler(endpoints.router(this.vertx))
					.listen(port, "0.0.0.0");
			}

		};
	}

}
