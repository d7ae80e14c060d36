package io.uringboot.engine.fastpath;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.uringboot.engine.fastpath.ResponseParts.Field;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseImage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A response that never changes, encoded once: serving it copies octets and patches the
 * date. It answers GET and HEAD, and where it has a validator ({@code ETag} or
 * {@code Last-Modified}) also conditional requests (RFC 9110 §13). It is a handler of the
 * fast path, which declines other methods, and one of reactor-netty, which answers them
 * with 405. Immutable.
 */
public final class PreEncodedResponse
		implements FastPathHandler, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	private static final ResponseImage PRECONDITION_FAILED = ResponseImage
		.of(ResponseHead.of(HttpResponseStatus.PRECONDITION_FAILED), new byte[0]);

	private static final byte[] NO_CONTENT = new byte[0];

	private final HttpResponseStatus status;

	private final List<Field> fields;

	private final List<Field> notModifiedFields;

	private final byte[] content;

	private final ResponseImage image;

	private final ResponseImage notModifiedImage;

	private final @Nullable Preconditions preconditions;

	private PreEncodedResponse(HttpResponseStatus status, List<Field> fields, byte[] content) {
		String entityTag = value(fields, HttpHeaderNames.ETAG);
		String lastModified = value(fields, HttpHeaderNames.LAST_MODIFIED);
		// RFC 9110 §13.2.1: preconditions are ignored where the answer is not a success
		boolean conditional = status.codeClass() == HttpStatusClass.SUCCESS
				&& (entityTag != null || lastModified != null);
		this.status = status;
		this.fields = List.copyOf(fields);
		this.notModifiedFields = fields.stream()
			.filter((field) -> isSentWithNotModified(field.name(), entityTag != null))
			.toList();
		this.content = content;
		this.image = ResponseImage.of(head(status, this.fields), content);
		this.notModifiedImage = ResponseImage.of(head(HttpResponseStatus.NOT_MODIFIED, this.notModifiedFields),
				new byte[0]);
		this.preconditions = conditional ? new Preconditions(entityTag, lastModified) : null;
	}

	/**
	 * Starts a response with a status.
	 * @param status the status
	 * @return a builder
	 */
	public static Builder status(HttpResponseStatus status) {
		return new Builder(status);
	}

	/**
	 * Starts a response with status 200.
	 * @return a builder
	 */
	public static Builder ok() {
		return status(HttpResponseStatus.OK);
	}

	private static @Nullable String value(List<Field> fields, CharSequence name) {
		return fields.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name.toString()))
			.map(Field::value)
			.findFirst()
			.orElse(null);
	}

	/**
	 * RFC 9110 §15.4.5: not the metadata of a content that is not there, and of the
	 * validators only the better one.
	 */
	private static boolean isSentWithNotModified(String name, boolean entityTag) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return switch (lowerCase) {
			case "content-type", "content-encoding", "content-language", "content-range" -> false;
			case "last-modified" -> !entityTag;
			default -> true;
		};
	}

	private static ResponseHead head(HttpResponseStatus status, List<Field> fields) {
		ResponseHead head = ResponseHead.of(status);
		for (Field field : fields) {
			head = head.with(field.name(), field.value());
		}
		return head;
	}

	/**
	 * The length of the content.
	 * @return the number of octets
	 */
	public int contentLength() {
		return this.content.length;
	}

	@Override
	public boolean handle(FastPathExchange exchange) {
		if (!isGetOrHead(exchange.method())) {
			return false;
		}
		Preconditions.Outcome outcome = (this.preconditions != null) ? this.preconditions.evaluate(exchange.head())
				: Preconditions.Outcome.MET;
		exchange.response().write(switch (outcome) {
			case MET -> this.image;
			case NOT_MODIFIED -> this.notModifiedImage;
			case FAILED -> PRECONDITION_FAILED;
		});
		return true;
	}

	/**
	 * What a request for GET or HEAD is answered with, for whoever sends it by other
	 * means.
	 * @param requestFields the fields of the request, of which those with preconditions
	 * count
	 * @return the parts of the response
	 */
	public ResponseParts parts(HttpHeaders requestFields) {
		Preconditions.Outcome outcome = (this.preconditions != null) ? this.preconditions.evaluate(requestFields)
				: Preconditions.Outcome.MET;
		return switch (outcome) {
			case MET -> new ResponseParts(this.status, this.fields, this.content);
			case NOT_MODIFIED -> new ResponseParts(HttpResponseStatus.NOT_MODIFIED, this.notModifiedFields, NO_CONTENT);
			case FAILED -> new ResponseParts(HttpResponseStatus.PRECONDITION_FAILED, List.of(), NO_CONTENT);
		};
	}

	private static boolean isGetOrHead(HttpMethod method) {
		return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		if (!isGetOrHead(request.method())) {
			return response.status(HttpResponseStatus.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD").send();
		}
		ResponseParts parts = parts(request.requestHeaders());
		withFields(response.status(parts.status()), parts.fields());
		if (!parts.allowsContent()) {
			return response.send();
		}
		response.header("Content-Length", Integer.toString(parts.octets().length));
		if (parts.octets().length == 0 || request.method().equals(HttpMethod.HEAD)) {
			return response.send();
		}
		return response.sendObject(Unpooled.wrappedBuffer(parts.octets()));
	}

	private static HttpServerResponse withFields(HttpServerResponse response, List<Field> fields) {
		response.chunkedTransfer(false); // reactor-netty leaves it on in a 304 to HEAD
		fields.forEach((field) -> response.addHeader(field.name(), field.value()));
		return response;
	}

	/**
	 * Collects the parts of a response.
	 */
	public static final class Builder {

		private final HttpResponseStatus status;

		private final List<Field> fields = new ArrayList<>();

		private byte[] content = new byte[0];

		private Builder(HttpResponseStatus status) {
			this.status = status;
		}

		/**
		 * Adds a field line; they are sent in the order in which they were added.
		 * @param name the field name
		 * @param value the field value
		 * @return this builder
		 */
		public Builder field(String name, String value) {
			this.fields.add(new Field(name, value));
			return this;
		}

		/**
		 * Adds a {@code Last-Modified} field.
		 * @param time the time, of which the second counts
		 * @return this builder
		 */
		public Builder lastModified(Instant time) {
			return field("Last-Modified", DateFormatter.format(Date.from(time)));
		}

		/**
		 * Sets the content.
		 * @param content the content; it is copied
		 * @return this builder
		 */
		public Builder content(byte[] content) {
			this.content = content.clone();
			return this;
		}

		/**
		 * Adds an {@code ETag} field with a strong entity tag made from the fields and
		 * the content set so far.
		 * @return this builder
		 */
		public Builder entityTag() {
			StringBuilder text = new StringBuilder();
			this.fields.forEach((field) -> text.append(field.name()).append(':').append(field.value()).append('\n'));
			return field("ETag", EntityTags.of(text.toString(), this.content));
		}

		/**
		 * Encodes the response.
		 * @return the response
		 * @throws IllegalArgumentException if a field does not have the syntax of RFC
		 * 9110 §5, or is one that the server sets itself; if an entity tag or date is
		 * malformed; or if the status is informational, or allows no content but there is
		 * some
		 */
		public PreEncodedResponse build() {
			return new PreEncodedResponse(this.status, this.fields, this.content);
		}

	}

}
