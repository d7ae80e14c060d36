package io.uringboot.arena.database;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The database cannot store or compare a value of the request.
 */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class RefusedValueException extends RuntimeException {

	RefusedValueException(Throwable cause) {
		super("The database refuses a value", cause, false, false);
	}

}
