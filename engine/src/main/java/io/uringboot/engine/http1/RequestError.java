package io.uringboot.engine.http1;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Everything that makes a request unanswerable. The connection is closed after the
 * answer, because what follows a broken message cannot be framed (RFC 9112 §2.2, §6.3).
 */
enum RequestError {

	BAD_REQUEST_LINE(HttpResponseStatus.BAD_REQUEST, "request line is malformed (RFC 9112 §3)"),

	BAD_METHOD(HttpResponseStatus.BAD_REQUEST, "method is not a token (RFC 9110 §9.1)"),

	BAD_TARGET(HttpResponseStatus.BAD_REQUEST, "request target is malformed (RFC 9112 §3.2)"),

	BAD_LINE_END(HttpResponseStatus.BAD_REQUEST, "line does not end with CRLF (RFC 9112 §2.2)"),

	BAD_FIELD_NAME(HttpResponseStatus.BAD_REQUEST, "field name is not a token (RFC 9110 §5.1)"),

	BAD_FIELD_VALUE(HttpResponseStatus.BAD_REQUEST, "field value holds a control character (RFC 9110 §5.5)"),

	LINE_FOLDING(HttpResponseStatus.BAD_REQUEST, "field line is folded (RFC 9112 §5.2)"),

	BAD_HOST(HttpResponseStatus.BAD_REQUEST, "Host is missing, repeated or malformed (RFC 9112 §3.2)"),

	BAD_CONTENT_LENGTH(HttpResponseStatus.BAD_REQUEST,
			"Content-Length is repeated or not a decimal number (RFC 9112 §6.3)"),

	BAD_TRANSFER_ENCODING(HttpResponseStatus.BAD_REQUEST, "Transfer-Encoding does not frame a request (RFC 9112 §6.1)"),

	LENGTH_AND_ENCODING(HttpResponseStatus.BAD_REQUEST,
			"Content-Length and Transfer-Encoding stand together (RFC 9112 §6.1)"),

	UNKNOWN_TRANSFER_CODING(HttpResponseStatus.NOT_IMPLEMENTED, "transfer coding is not known (RFC 9112 §6.1)"),

	VERSION_NOT_SUPPORTED(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED,
			"version is neither HTTP/1.0 nor HTTP/1.1 (RFC 9110 §15.6.6)"),

	REQUEST_LINE_TOO_LONG(HttpResponseStatus.REQUEST_URI_TOO_LONG, "request line is too long (RFC 9112 §3)"),

	FIELDS_TOO_LARGE(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "header section is too large (RFC 6585 §5)"),

	BAD_CHUNK_SIZE(HttpResponseStatus.BAD_REQUEST, "chunk size is malformed or too large (RFC 9112 §7.1)"),

	BAD_CHUNK_EXTENSION(HttpResponseStatus.BAD_REQUEST, "chunk extension is malformed or too long (RFC 9112 §7.1.1)"),

	BAD_CHUNK_END(HttpResponseStatus.BAD_REQUEST, "chunk data does not end with CRLF (RFC 9112 §7.1)"),

	BAD_TRAILER(HttpResponseStatus.BAD_REQUEST, "trailer field is malformed (RFC 9112 §7.1.2)"),

	TRAILERS_TOO_LARGE(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
			"trailer section is too large (RFC 6585 §5)"),

	REQUEST_TIMEOUT(HttpResponseStatus.REQUEST_TIMEOUT, "request was not sent completely in time (RFC 9110 §15.5.9)");

	private final HttpResponseStatus status;

	private final String description;

	RequestError(HttpResponseStatus status, String description) {
		this.status = status;
		this.description = description;
	}

	HttpResponseStatus status() {
		return this.status;
	}

	String description() {
		return this.description;
	}

}
