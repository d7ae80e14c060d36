package io.uringboot.engine.transport;

import java.time.Duration;

import io.uringboot.engine.testkit.RawConnection;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Main class of forked JVMs: says which transport there is and why not a better one, and
 * serves a request on it.
 */
final class TransportReport {

	private TransportReport() {
	}

	public static void main(String[] args) {
		EventLoops loops = EventLoops.createBest(EventLoopSettings.defaults().withThreads(2));
		for (Unavailability unavailability : loops.passedOver()) {
			System.out.printf("%s: %s: %s%n", unavailability.transport(), unavailability.kind(), unavailability);
		}
		DisposableServer server = ShardedHttpServer
			.of(HttpServer.create()
				.handle((request, response) -> response.sendString(Mono.just("served on " + loops.transport()))))
			.runOn(loops)
			.bindNow();
		try (RawConnection connection = RawConnection.to(server.port())) {
			System.out.println(connection.get("/").body());
		}
		server.disposeNow();
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

}
