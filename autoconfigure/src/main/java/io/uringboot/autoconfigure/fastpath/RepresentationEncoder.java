package io.uringboot.autoconfigure.fastpath;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.fastpath.PreEncodedResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Encodes what a handler method returned into the response that WebFlux would send, by
 * having WebFlux's own result handlers write it into one that nobody gets.
 */
final class RepresentationEncoder {

	private static final Log logger = LogFactory.getLog(RepresentationEncoder.class);

	private final ListableBeanFactory beanFactory;

	RepresentationEncoder(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Encode a value.
	 * @param handlerMethod the method that returned it
	 * @param value the value
	 * @param producible the media types that the method's mapping names, maybe none
	 * @param entityTag whether to add an {@code ETag} field if there is none
	 * @return the representation, or {@code null} if there is none that can be kept
	 */
	@Nullable Representation encode(HandlerMethod handlerMethod, @Nullable Object value, Set<MediaType> producible,
			boolean entityTag) {
		try {
			RecordedResponse response = record(handlerMethod, value, producible, null);
			HttpStatusCode status = response.getStatusCode();
			byte[] body = response.body();
			int code = (status != null) ? status.value() : HttpResponseStatus.OK.code();
			MediaType contentType = response.getHeaders().getContentType();
			if (body == null || contentType == null || !EntityWriter.isPlain(code)) {
				return null;
			}
			String type = contentType.getType() + "/" + contentType.getSubtype();
			boolean sameForType = isSame(record(handlerMethod, value, producible, type), response, body);
			PreEncodedResponse encoded = encode(code, response.getHeaders(), body, entityTag);
			return new Representation(encoded, contentType.toString(), sameForType ? type : null);
		}
		catch (RuntimeException ex) {
			logger.debug("The result of " + handlerMethod + " cannot be encoded in advance", ex);
			return null;
		}
	}

	private static boolean isSame(RecordedResponse one, RecordedResponse other, byte[] body) {
		return Arrays.equals(one.body(), body) && one.getHeaders().equals(other.getHeaders());
	}

	private static PreEncodedResponse encode(int status, HttpHeaders headers, byte[] body, boolean entityTag) {
		PreEncodedResponse.Builder builder = PreEncodedResponse.status(HttpResponseStatus.valueOf(status))
			.content(body);
		for (Map.Entry<String, List<String>> field : headers.headerSet()) {
			if (!field.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
				field.getValue().forEach((value) -> builder.field(field.getKey(), value));
			}
		}
		boolean tagged = entityTag && status < 300 && !headers.containsHeader(HttpHeaders.ETAG);
		return (tagged ? builder.entityTag() : builder).build();
	}

	private RecordedResponse record(HandlerMethod handlerMethod, @Nullable Object value, Set<MediaType> producible,
			@Nullable String accept) {
		RecordedResponse response = new RecordedResponse();
		ServerWebExchange exchange = ProbeExchange.of("GET", accept, response,
				this.beanFactory.getBean(ServerCodecConfigurer.class));
		if (!producible.isEmpty()) {
			exchange.getAttributes().put(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, producible);
		}
		HttpStatusCode status = ResponseStatuses.of(handlerMethod);
		if (status != null) {
			response.setStatusCode(status);
		}
		HandlerResult result = new HandlerResult(handlerMethod, value, handlerMethod.getReturnType());
		HandlerResultHandler handler = this.beanFactory.getBeanProvider(HandlerResultHandler.class)
			.orderedStream()
			.filter((each) -> each.supports(result))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No HandlerResultHandler for " + handlerMethod));
		Immediate.valueOf(handler.handleResult(exchange, result));
		return response;
	}

}
