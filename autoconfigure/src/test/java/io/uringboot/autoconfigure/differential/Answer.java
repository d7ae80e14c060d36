package io.uringboot.autoconfigure.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A response as it came, as Latin-1.
 *
 * @param interim the lines of interim responses
 * @param statusLine the status line, empty if nothing came
 * @param fields the lines of the header section
 * @param content the content with its framing
 * @param ending what became of the connection
 */
record Answer(List<String> interim, String statusLine, List<String> fields, String content, Ending ending) {

	/**
	 * What becomes of a connection after a response.
	 */
	enum Ending {

		/** Nothing more came. */
		OPEN,

		/** The server closed behind the response. */
		CLOSED,

		/** The server reset the connection behind the response. */
		RESET,

		/** The server closed before the response was complete. */
		TRUNCATED,

		/** Nothing came for too long. */
		TIMED_OUT,

		/** More than the response came. */
		SURPLUS

	}

	boolean isEmpty() {
		return this.statusLine.isEmpty() && this.interim.isEmpty();
	}

	/** The length of the body of an error that is not there, 0 for other answers. */
	int errorLengthWithoutContent() {
		boolean error = this.statusLine.matches("HTTP/1\\.[01] [45].*");
		return (error && this.content.isEmpty()) ? this.fields.stream()
			.filter((field) -> field.startsWith("Content-Length: "))
			.mapToInt((field) -> Integer.parseInt(field.substring("Content-Length: ".length())))
			.findFirst()
			.orElse(0) : 0;
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>(this.interim);
		lines.add(this.statusLine);
		lines.addAll(this.fields);
		lines.add("");
		lines.addAll(List.of(this.content.split("(?<=\n)")));
		lines.add("(" + this.ending + ")");
		return lines;
	}

	Answer withFields(List<String> fields) {
		return new Answer(this.interim, this.statusLine, List.copyOf(fields), this.content, this.ending);
	}

	Answer withField(String field) {
		List<String> fields = new ArrayList<>(this.fields);
		fields.add(field);
		return withFields(fields);
	}

	Answer withEnding(Ending ending) {
		return new Answer(this.interim, this.statusLine, this.fields, this.content, ending);
	}

	Answer withContent(String content) {
		return new Answer(this.interim, this.statusLine, this.fields, content, this.ending);
	}

}
