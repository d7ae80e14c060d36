package io.uringboot.engine.transport;

/**
 * Thrown when a transport that was demanded cannot be had. The message is the description
 * and the remedy of {@link #unavailability()}.
 */
public class TransportUnavailableException extends RuntimeException {

	private final transient Unavailability unavailability;

	/**
	 * Creates the exception.
	 * @param unavailability the reason
	 */
	public TransportUnavailableException(Unavailability unavailability) {
		super(unavailability.toString(), unavailability.cause());
		this.unavailability = unavailability;
	}

	/**
	 * The reason.
	 * @return why the transport is unavailable
	 */
	public Unavailability unavailability() {
		return this.unavailability;
	}

}
