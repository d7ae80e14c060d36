package io.uringboot.bench.report;

import java.util.List;
import java.util.Locale;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.HeaderField;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was looked at before measuring.
 *
 * @param profile the profile
 * @param exchange the request's name in the profile
 * @param server the server
 * @param statusLine the status line
 * @param wireBytes all bytes of the answer
 * @param contentBytes bytes of its content
 * @param fields its field lines
 * @param fault what is wrong with it, {@code null} if it is right
 */
public record Capture(String profile, String exchange, String server, String statusLine, long wireBytes,
		long contentBytes, List<String> fields, @Nullable String fault) {

	/**
	 * Describes an answer.
	 * @param profile the profile
	 * @param exchange the request's name in the profile
	 * @param server the server
	 * @param answer the answer
	 * @param fault what is wrong with it, {@code null} if it is right
	 * @return the description
	 */
	public static Capture of(String profile, String exchange, String server, Answer answer, @Nullable String fault) {
		return new Capture(profile, exchange, server, answer.statusLine(), answer.wireBytes(), answer.body().length,
				answer.fields().stream().map(HeaderField::toString).toList(), fault);
	}

	/**
	 * The names of its field lines in the order sent.
	 */
	List<String> fieldNames() {
		return this.fields.stream().map((field) -> field.substring(0, field.indexOf(':'))).toList();
	}

	/**
	 * The same without regard to order and case, which mean nothing.
	 */
	List<String> sortedFieldNames() {
		return fieldNames().stream().map((name) -> name.toLowerCase(Locale.ROOT)).sorted().toList();
	}

}
