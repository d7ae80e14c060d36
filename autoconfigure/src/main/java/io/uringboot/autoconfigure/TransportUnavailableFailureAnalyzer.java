package io.uringboot.autoconfigure;

import io.uringboot.engine.transport.TransportUnavailableException;
import io.uringboot.engine.transport.Unavailability;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells why the transport that {@code uring.transport} demands cannot be had, and what to
 * do about it.
 */
class TransportUnavailableFailureAnalyzer extends AbstractFailureAnalyzer<TransportUnavailableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TransportUnavailableException cause) {
		Unavailability unavailability = cause.unavailability();
		String description = "The web server cannot run on %s, which uring.transport demands.%n%n    %s"
			.formatted(unavailability.transport(), unavailability.description());
		String action = "%s%n%nOr set uring.transport=auto, with which the server takes the best transport that works."
			.formatted(unavailability.remedy());
		return new FailureAnalysis(description, action, cause);
	}

}
