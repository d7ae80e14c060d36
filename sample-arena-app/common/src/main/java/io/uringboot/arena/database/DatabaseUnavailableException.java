package io.uringboot.arena.database;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The database cannot be reached or does not answer in time.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class DatabaseUnavailableException extends RuntimeException {

	DatabaseUnavailableException(Throwable cause) {
		// Thrown by every request while it lasts: the trace is in the cause
		super("The database does not answer", cause, false, false);
	}

}
