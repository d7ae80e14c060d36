package io.uringboot.engine.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers to requests that cannot be answered: no content, and the connection ends.
 */
final class ErrorResponses {

	private ErrorResponses() {
	}

	static byte[] of(RequestError error, byte[] serverField, byte[] date) {
		ByteArrayOutputStream response = new ByteArrayOutputStream(128);
		response.writeBytes(ascii("HTTP/1.1 " + error.status() + "\r\ncontent-length: 0\r\nconnection: close\r\n"));
		response.writeBytes(serverField);
		response.writeBytes(ascii("Date: "));
		response.writeBytes(date);
		response.writeBytes(ascii("\r\n\r\n"));
		return response.toByteArray();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
