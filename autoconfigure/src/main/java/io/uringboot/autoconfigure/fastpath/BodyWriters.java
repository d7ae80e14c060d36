package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.ByteArrayEncoder;
import org.springframework.core.codec.CharSequenceEncoder;
import org.springframework.core.codec.Encoder;
import org.springframework.http.MediaType;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.CollectionUtils;

/**
 * The application's message writers, and for those whose output is known to the octet a
 * way to do the same without a message.
 */
final class BodyWriters {

	private final List<HttpMessageWriter<?>> writers;

	private final @Nullable Class<?> view;

	/**
	 * Create writers.
	 * @param writers the application's message writers
	 * @param view the view to write JSON in, if there is one
	 */
	BodyWriters(List<HttpMessageWriter<?>> writers, @Nullable Class<?> view) {
		this.writers = writers;
		this.view = view;
	}

	/** The media types that a type can be written as. */
	List<MediaType> mediaTypes(ResolvableType type) {
		List<MediaType> mediaTypes = new ArrayList<>();
		for (HttpMessageWriter<?> writer : this.writers) {
			if (writer.canWrite(type, null)) {
				mediaTypes.addAll(writer.getWritableMediaTypes(type));
			}
		}
		return mediaTypes;
	}

	private @Nullable HttpMessageWriter<?> first(ResolvableType type, MediaType mediaType) {
		for (HttpMessageWriter<?> writer : this.writers) {
			if (writer.canWrite(type, mediaType)) {
				return writer;
			}
		}
		return null;
	}

	/**
	 * Choose how to write a type.
	 * @param type the type that the handler method declares for the body
	 * @param mediaType the media type that was negotiated
	 * @return the choice, or {@code null} if it is left to the standard path
	 */
	@Nullable Choice choose(ResolvableType type, MediaType mediaType) {
		HttpMessageWriter<?> writer = first(type, mediaType);
		if (writer == null || writer.getClass() != EncoderHttpMessageWriter.class) {
			return null;
		}
		Encoder<?> encoder = ((EncoderHttpMessageWriter<?>) writer).getEncoder();
		MediaType contentType = contentType(writer, mediaType);
		Charset charset = contentType.getCharset();
		boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
		if (!utf8) {
			return null;
		}
		if (encoder.getClass() == CharSequenceEncoder.class && type.resolve() == String.class) {
			return new Choice(contentType, BodyWriter.TEXT);
		}
		if (encoder.getClass() == ByteArrayEncoder.class && type.resolve() == byte[].class) {
			return new Choice(contentType, BodyWriter.OCTETS);
		}
		if (encoder instanceof JacksonJsonEncoder jackson && encoder.getClass() == JacksonJsonEncoder.class) {
			return json(jackson, writer, type, mediaType, contentType);
		}
		return null;
	}

	private @Nullable Choice json(JacksonJsonEncoder encoder, HttpMessageWriter<?> writer, ResolvableType type,
			MediaType mediaType, MediaType contentType) {
		// Other subtypes of JSON may be problem details or streams.
		boolean plain = contentType.getType().equals("application") && contentType.getSubtype().equals("json");
		if (!plain || !CollectionUtils.isEmpty(encoder.getMappersForType(type.toClass()))) {
			return null;
		}
		BodyWriter json = BodyWriter.json(objectWriter(encoder.getMapper(), type));
		return new Choice(contentType, new SameWriterOnly(json, this, writer, mediaType));
	}

	private ObjectWriter objectWriter(JsonMapper mapper, ResolvableType type) {
		JavaType javaType = mapper.constructType(GenericTypeResolver.resolveType(type.getType(), (Class<?>) null));
		ObjectWriter writer = (this.view != null) ? mapper.writerWithView(this.view) : mapper.writer();
		return javaType.isContainerType() ? writer.forType(javaType) : writer;
	}

	/** As the message writer sets it where the response has none. */
	private static MediaType contentType(HttpMessageWriter<?> writer, MediaType mediaType) {
		MediaType fallback = writer.getWritableMediaTypes()
			.stream()
			.filter(MediaType::isConcrete)
			.findFirst()
			.orElse(null);
		boolean useFallback = !mediaType.isConcrete()
				|| (mediaType.equals(MediaType.APPLICATION_OCTET_STREAM) && fallback != null);
		MediaType result = (useFallback && fallback != null) ? fallback : mediaType;
		if (result.getCharset() == null && fallback != null && fallback.getCharset() != null) {
			return new MediaType(result, fallback.getCharset());
		}
		return result;
	}

	/** Whether WebFlux would write a value with a certain writer too. */
	boolean isWrittenBy(HttpMessageWriter<?> writer, Object value, MediaType mediaType) {
		ResolvableType type = ResolvableType.forInstance(value);
		return type.hasUnresolvableGenerics() || first(type, mediaType) == writer;
	}

	/**
	 * A way to write a type.
	 *
	 * @param contentType value of the {@code Content-Type} field
	 * @param writer writes the body
	 */
	record Choice(MediaType contentType, BodyWriter writer) {

	}

}
