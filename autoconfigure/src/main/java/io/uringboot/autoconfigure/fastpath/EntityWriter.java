package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Writes response entities with a body whose fields neither frame the message nor change
 * how the body is written; the others are left to the standard path.
 */
final class EntityWriter implements ResultWriter {

	/** Fields that mean something to WebFlux or to the server. */
	private static final Set<String> MEANINGFUL = Set.of("content-type", "content-length", "transfer-encoding",
			"connection", "date", "server", "etag", "last-modified", "content-encoding", "trailer", "upgrade",
			"keep-alive");

	@Override
	public int write(@Nullable Object value, Negotiated negotiated, BodyOutput output, ResponseWriter response) {
		if (!(value instanceof ResponseEntity<?> entity) || entity.getBody() == null) {
			return NOTHING_WRITTEN;
		}
		int status = entity.getStatusCode().value();
		if (!isPlain(status) || !isPlain(entity.getHeaders())) {
			return NOTHING_WRITTEN;
		}
		if (output.compression() != null && changesEncoding(entity.getHeaders())) {
			return NOTHING_WRITTEN;
		}
		negotiated.writer().write(entity.getBody(), head(status, entity.getHeaders(), negotiated), output, response);
		return status;
	}

	/** Whether the status says nothing about the body. */
	static boolean isPlain(int status) {
		return status >= 200 && status < 600 && status != 204 && status != 205 && status != 304 && status != 206;
	}

	private static boolean isPlain(HttpHeaders headers) {
		if (headers.isEmpty()) {
			return true;
		}
		for (Map.Entry<String, List<String>> field : headers.headerSet()) {
			if (MEANINGFUL.contains(field.getKey().toLowerCase(Locale.ROOT))) {
				return false;
			}
		}
		return true;
	}

	private static boolean changesEncoding(HttpHeaders headers) {
		return headers.containsHeader(HttpHeaders.VARY) || headers.containsHeader(HttpHeaders.CACHE_CONTROL)
				|| headers.containsHeader(HttpHeaders.CONTENT_RANGE);
	}

	private static ResponseHead head(int status, HttpHeaders headers, Negotiated negotiated) {
		if (headers.isEmpty() && status == negotiated.status()) {
			return negotiated.head();
		}
		ResponseHead head = ResponseHead.of(HttpResponseStatus.valueOf(status));
		for (Map.Entry<String, List<String>> field : headers.headerSet()) {
			for (String value : field.getValue()) {
				head = head.with(field.getKey(), value);
			}
		}
		return head.with("Content-Type", negotiated.contentType().toString());
	}

}
