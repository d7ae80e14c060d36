package io.uringboot.arena.database;

import org.jspecify.annotations.Nullable;

/**
 * Tells whose fault an error of the database is.
 */
public final class DatabaseErrors {

	/**
	 * SQLSTATE class 22, data exception.
	 */
	private static final String DATA_EXCEPTION = "22";

	private DatabaseErrors() {
	}

	/**
	 * Translate an error of the driver or the pool.
	 * @param sqlState the SQLSTATE, if there is one
	 * @param cause the error
	 * @return {@link RefusedValueException} for a value at fault, otherwise
	 * {@link DatabaseUnavailableException}
	 */
	public static RuntimeException translate(@Nullable String sqlState, Throwable cause) {
		return (sqlState != null && sqlState.startsWith(DATA_EXCEPTION)) ? new RefusedValueException(cause)
				: new DatabaseUnavailableException(cause);
	}

}
