package io.uringboot.autoconfigure.differential;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param route what it was made from
 * @param bytes all its octets
 * @param headLength the length of request line and header section
 * @param head whether the response has no content for the method's sake
 * @param closing whether it ends the connection: HTTP/1.0, or {@code Connection: close}
 * @param waiting whether the content is held back until the server asks for it
 */
record Request(String route, byte[] bytes, int headLength, boolean head, boolean closing, boolean waiting) {

	private static final int SHOWN = 1500;

	String text() {
		return new String(this.bytes, StandardCharsets.ISO_8859_1);
	}

	boolean isHttp10() {
		return text().lines().findFirst().orElseThrow().endsWith(" HTTP/1.0");
	}

	/** Whether 100 is expected (RFC 9110 §10.1.1). */
	boolean expects() {
		return text().contains("\r\nExpect: 100-continue\r\n");
	}

	/**
	 * The octets such that they can be read and copied.
	 * @return lines that end where the request's lines end
	 */
	String escaped() {
		String text = text();
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
			char octet = text.charAt(i);
			switch (octet) {
				case '\r' -> escaped.append("\\r");
				case '\n' -> escaped.append("\\n\n");
				default -> escaped.append(
						(octet < ' ' || octet > '~') ? "\\x%02x".formatted((int) octet) : Character.toString(octet));
			}
		}
		return (text.length() > SHOWN) ? escaped.append("... (").append(text.length()).append(" octets)").toString()
				: escaped.toString();
	}

}
