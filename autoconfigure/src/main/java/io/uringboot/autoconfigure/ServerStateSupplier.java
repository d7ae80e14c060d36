package io.uringboot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.uringboot.autoconfigure.ServerState.BufferRingState;
import io.uringboot.autoconfigure.ServerState.EventLoopsState;
import io.uringboot.autoconfigure.ServerState.ListenerState;
import io.uringboot.autoconfigure.ServerState.RingState;
import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.KernelVersion;
import io.uringboot.engine.transport.ShardedHttpServer;
import io.uringboot.engine.transport.Transport;
import io.uringboot.engine.transport.Unavailability;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Tells what the server stands on now.
 */
final class ServerStateSupplier implements Supplier<ServerState> {

	private final UringProperties properties;

	private final Environment environment;

	private final UringWebServerFactoryCustomizer customizer;

	private final @Nullable ServerEventLoops eventLoops;

	ServerStateSupplier(UringProperties properties, Environment environment, UringWebServerFactoryCustomizer customizer,
			@Nullable ServerEventLoops eventLoops) {
		this.properties = properties;
		this.environment = environment;
		this.customizer = customizer;
		this.eventLoops = eventLoops;
	}

	@Override
	public ServerState get() {
		EventLoops loops = (this.eventLoops != null) ? this.eventLoops.running() : null;
		ShardedHttpServer server = this.customizer.getServer();
		KernelVersion kernel = KernelVersion.current();
		return new ServerState((kernel != null) ? kernel.toString() : null, (loops != null) ? state(loops) : null,
				server != null && loops != null && server.isSharded(loops), this.properties.getHttp1().isEnabled(),
				listeners(server));
	}

	private static EventLoopsState state(EventLoops loops) {
		EventLoopSettings settings = loops.settings();
		boolean ioUring = loops.transport() == Transport.IO_URING;
		return new EventLoopsState(loops.transport().toString(),
				loops.passedOver().stream().map(Unavailability::toString).toList(), loops.count(), loops.pendingTasks(),
				ioUring ? new RingState(settings.ringSize(), settings.completionQueueSize()) : null,
				(ioUring && settings.bufferRing())
						? new BufferRingState(settings.bufferRingSize(), settings.bufferSize()) : null);
	}

	private List<ListenerState> listeners(@Nullable ShardedHttpServer server) {
		List<ListenerState> listeners = new ArrayList<>();
		listeners.add(new ListenerState("server", port("local.server.port"), List.of(),
				tls(server != null && server.configuration().sslProvider() != null)));
		for (ListenerProperties listener : this.properties.getListeners()) {
			List<String> protocols = listener.getProtocols()
				.stream()
				.map((protocol) -> protocol.name().toLowerCase(Locale.ROOT))
				.toList();
			listeners.add(new ListenerState(String.valueOf(listener.getName()),
					port("local.uring." + listener.getName() + ".port"), protocols,
					tls(listener.getSsl().getBundle() != null)));
		}
		return listeners;
	}

	private static @Nullable String tls(boolean spoken) {
		return spoken ? TlsImplementation.name() : null;
	}

	private @Nullable Integer port(String property) {
		return this.environment.getProperty(property, Integer.class);
	}

}
