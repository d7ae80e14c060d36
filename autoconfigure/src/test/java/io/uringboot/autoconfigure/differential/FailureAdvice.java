package io.uringboot.autoconfigure.differential;

import java.util.Map;

import io.uringboot.autoconfigure.differential.FailureController.AdvisedException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Handles what controllers leave to it.
 */
@RestControllerAdvice
class FailureAdvice {

	private final Invocations invocations;

	FailureAdvice(Invocations invocations) {
		this.invocations = invocations;
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	Map<String, String> handle(AdvisedException exception) {
		this.invocations.count();
		return Map.of("advice", String.valueOf(exception.getMessage()));
	}

}
