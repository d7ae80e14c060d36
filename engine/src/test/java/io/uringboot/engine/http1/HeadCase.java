package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;

/**
 * A row of the conformance tables: the rule with its section, a request head as it stands
 * on the wire, and what must become of it.
 *
 * @param rule the section and what it says
 * @param input the octets, each one character
 * @param expected the {@link RequestError} by name, or the framing as
 * {@link HeadVerifier#describe} puts it
 */
record HeadCase(String rule, String input, String expected) {

	static HeadCase refused(String rule, RequestError error, String input) {
		return new HeadCase(rule, input, error.name());
	}

	static HeadCase accepted(String rule, String framing, String input) {
		return new HeadCase(rule, input, framing);
	}

	/** A head of these lines. */
	static String head(String... lines) {
		return String.join("\r\n", lines) + "\r\n\r\n";
	}

	/** A request with this request line and a Host. */
	static String line(String requestLine) {
		return head(requestLine, "Host: a");
	}

	/** A request for {@code /} with a Host and these field lines. */
	static String fields(String... lines) {
		return head("GET / HTTP/1.1", "Host: a", String.join("\r\n", lines));
	}

	byte[] octets() {
		return this.input.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Override
	public String toString() {
		String shown = this.input.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t").replace("\0", "\\0");
		return this.rule + ": " + ((shown.length() > 90) ? shown.substring(0, 90) + "..." : shown) + " -> "
				+ this.expected;
	}

}
