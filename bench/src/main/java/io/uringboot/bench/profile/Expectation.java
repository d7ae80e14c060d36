package io.uringboot.bench.profile;

import java.util.Objects;

import io.uringboot.bench.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a right answer looks like.
 */
@FunctionalInterface
public interface Expectation {

	/**
	 * Judges an answer.
	 * @param answer the answer
	 * @return what is wrong with it, or {@code null} if it is right
	 */
	@Nullable String fault(Answer answer);

	/**
	 * Expects status 200, one of the media types and exactly this text.
	 * @param text the content
	 * @return the expectation
	 */
	static Expectation plainText(String text) {
		return ok("text/plain").and((answer) -> answer.text().equals(text) ? null
				: "content '" + abbreviate(answer.text()) + "' instead of '" + text + "'");
	}

	/**
	 * Expects status 200 and one of the media types, parameters aside.
	 * @param mediaTypes the media types that will do
	 * @return the expectation
	 */
	static Expectation ok(String... mediaTypes) {
		return status(200).and(type(mediaTypes));
	}

	/**
	 * Expects a status.
	 * @param status the status code
	 * @return the expectation
	 */
	static Expectation status(int status) {
		return status(status, status);
	}

	/**
	 * Expects one of the media types, parameters aside.
	 * @param mediaTypes the media types that will do
	 * @return the expectation
	 */
	static Expectation type(String... mediaTypes) {
		return (answer) -> {
			String type = answer.field("Content-Type");
			for (String mediaType : mediaTypes) {
				if (type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)) {
					return null;
				}
			}
			return "Content-Type " + type + " instead of " + String.join(" or ", mediaTypes);
		};
	}

	/**
	 * Expects a status code from a range.
	 * @param lowest the lowest that will do
	 * @param highest the highest that will do
	 * @return the expectation
	 */
	static Expectation status(int lowest, int highest) {
		return (answer) -> (answer.status() >= lowest && answer.status() <= highest) ? null : "status "
				+ answer.status() + " instead of " + ((lowest == highest) ? lowest : lowest + " to " + highest);
	}

	/**
	 * Expects a field with exactly this value.
	 * @param name the field name, in any case
	 * @param value the value, {@code null} if the field must be absent
	 * @return the expectation
	 */
	static Expectation field(String name, @Nullable String value) {
		return (answer) -> Objects.equals(answer.field(name), value) ? null
				: name + " " + answer.field(name) + " instead of " + value;
	}

	/**
	 * Adds a further expectation, judged if this one is met.
	 * @param other the further expectation
	 * @return both
	 */
	default Expectation and(Expectation other) {
		return (answer) -> {
			String fault = fault(answer);
			return (fault != null) ? fault : other.fault(answer);
		};
	}

	private static String abbreviate(String text) {
		return (text.length() <= 60) ? text : text.substring(0, 60) + "…";
	}

}
