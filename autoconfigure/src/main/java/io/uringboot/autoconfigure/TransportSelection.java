package io.uringboot.autoconfigure;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.uringboot.engine.transport.EventLoopSettings;
import io.uringboot.engine.transport.EventLoops;
import io.uringboot.engine.transport.Transport;
import io.uringboot.engine.transport.Unavailability;
import io.uringboot.engine.transport.Unavailability.Kind;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Creates the event loops that the {@link UringProperties} ask for, and tells when they
 * are not the best ones.
 */
final class TransportSelection implements Supplier<EventLoops> {

	private static final Log logger = LogFactory.getLog(TransportSelection.class);

	private final UringProperties properties;

	TransportSelection(UringProperties properties) {
		this.properties = properties;
	}

	@Override
	public EventLoops get() {
		EventLoopSettings settings = settings();
		return switch (this.properties.getTransport()) {
			case AUTO -> best(settings);
			case IO_URING -> EventLoops.create(Transport.IO_URING, settings);
			case EPOLL -> EventLoops.create(Transport.EPOLL, settings);
			case NIO -> EventLoops.create(Transport.NIO, settings);
		};
	}

	EventLoopSettings settings() {
		UringProperties.Ring ring = this.properties.getRing();
		UringProperties.BufferRing bufferRing = this.properties.getBufferRing();
		EventLoopSettings settings = EventLoopSettings.defaults()
			.withThreads(this.properties.getThreads())
			.withRing(ring.getSize(), ring.getCompletionQueueSize());
		if (!bufferRing.isEnabled()) {
			return settings;
		}
		return settings.withBufferRing(bufferRing.getSize(), (int) bufferRing.getBufferSize().toBytes());
	}

	private static EventLoops best(EventLoopSettings settings) {
		EventLoops loops = EventLoops.createBest(settings);
		if (!loops.passedOver().isEmpty()) {
			logger.info(fallback(loops.transport(), loops.passedOver()));
			loops.passedOver()
				.forEach((unavailability) -> logger.debug(unavailability.transport() + " cannot be used",
						unavailability.cause()));
		}
		return loops;
	}

	static String fallback(Transport transport, List<Unavailability> passedOver) {
		String better = passedOver.stream()
			.map((unavailability) -> unavailability.transport().toString())
			.collect(Collectors.joining(" and "));
		return "Serving on %s instead of %s. %s".formatted(transport, better, reasons(passedOver));
	}

	private static String reasons(List<Unavailability> passedOver) {
		Unavailability first = passedOver.get(0);
		if (first.kind() == Kind.NOT_LINUX || first.kind() == Kind.DISABLED) {
			// The same reason for every native transport.
			return first.toString();
		}
		return passedOver.stream().map(Unavailability::toString).collect(Collectors.joining(" "));
	}

}
