package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.codec.Decoder;
import org.springframework.core.codec.StringDecoder;
import org.springframework.http.MediaType;
import org.springframework.http.codec.DecoderHttpMessageReader;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.CollectionUtils;

/**
 * The application's message readers, and for those whose input is a whole content a way
 * to do the same without a message.
 */
final class BodyReaders {

	/** More than that is not collected for a handler, whatever the decoders allow. */
	private static final int MAX_CONTENT_LENGTH = 1024 * 1024;

	private final List<HttpMessageReader<?>> readers;

	BodyReaders(List<HttpMessageReader<?>> readers) {
		this.readers = readers;
	}

	/**
	 * Return the most octets of content that all readers of a type take, so that more is
	 * refused by the one that it is for.
	 * @param type the type of the argument
	 * @return the number of octets
	 */
	int maxContentLength(ResolvableType type) {
		int most = MAX_CONTENT_LENGTH;
		for (HttpMessageReader<?> reader : this.readers) {
			if (reader.canRead(type, null) && reader instanceof DecoderHttpMessageReader<?> decoding) {
				int size = maxInMemorySize(decoding.getDecoder());
				most = (size >= 0) ? Math.min(most, size) : most;
			}
		}
		return most;
	}

	private static int maxInMemorySize(Decoder<?> decoder) {
		if (decoder instanceof AbstractDataBufferDecoder<?> buffers) {
			return buffers.getMaxInMemorySize();
		}
		return (decoder instanceof JacksonJsonDecoder jackson) ? jackson.getMaxInMemorySize() : 0;
	}

	/**
	 * Choose how to read a type.
	 * @param type the type of the argument
	 * @param contentType the media type of the content, if the request says it
	 * @return the reader, or {@code null} if it is left to the standard path
	 */
	@Nullable BodyReader choose(ResolvableType type, @Nullable MediaType contentType) {
		MediaType mediaType = (contentType != null) ? contentType : MediaType.APPLICATION_OCTET_STREAM;
		Charset charset = mediaType.getCharset();
		if (mediaType.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
				|| (charset != null && !charset.equals(StandardCharsets.UTF_8))) {
			return null;
		}
		for (HttpMessageReader<?> reader : this.readers) {
			if (reader.canRead(type, mediaType)) {
				return (reader.getClass() == DecoderHttpMessageReader.class)
						? reader(((DecoderHttpMessageReader<?>) reader).getDecoder(), type) : null;
			}
		}
		return null;
	}

	private static @Nullable BodyReader reader(Decoder<?> decoder, ResolvableType type) {
		if (decoder instanceof StringDecoder text && decoder.getClass() == StringDecoder.class) {
			boolean utf8 = text.getDefaultCharset().equals(StandardCharsets.UTF_8);
			return (utf8 && type.resolve() == String.class) ? BodyReader.TEXT : null;
		}
		if (decoder.getClass() == ByteArrayDecoder.class) {
			return (type.resolve() == byte[].class) ? BodyReader.OCTETS : null;
		}
		if (decoder instanceof JacksonJsonDecoder jackson && decoder.getClass() == JacksonJsonDecoder.class) {
			return CollectionUtils.isEmpty(jackson.getMappersForType(type.toClass())) ? json(jackson, type) : null;
		}
		return null;
	}

	private static BodyReader json(JacksonJsonDecoder decoder, ResolvableType type) {
		Class<?> contextClass = (type.getSource() instanceof MethodParameter parameter) ? parameter.getContainingClass()
				: null;
		JavaType javaType = decoder.getMapper()
			.constructType(GenericTypeResolver.resolveType(type.getType(), contextClass));
		return BodyReader.json(decoder.getMapper().readerFor(javaType));
	}

}
