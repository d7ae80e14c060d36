package io.uringboot.engine.http1;

import reactor.netty.channel.ChannelOperations;

/**
 * The user event by which reactor-netty says that it has taken leave of a request. Its
 * class is not public, so it is known by name.
 */
final class TerminatedEvent {

	private static final String NAME = "reactor.netty.http.server.HttpServerOperationsTerminatedEvent";

	private static final Class<?> TYPE = type();

	private TerminatedEvent() {
	}

	private static Class<?> type() {
		try {
			return Class.forName(NAME, false, ChannelOperations.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("reactor-netty has no class " + NAME
					+ ": this version of it is not supported, use the one that Spring Boot manages", ex);
		}
	}

	static boolean is(Object event) {
		return event.getClass() == TYPE;
	}

}
