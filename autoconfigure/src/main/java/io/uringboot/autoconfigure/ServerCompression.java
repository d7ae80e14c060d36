package io.uringboot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.compression.CompressionSettings;
import io.uringboot.engine.compression.ContentCoding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The compression of a server: {@code uring.compression}, and what is not set there as
 * the factory has it.
 */
final class ServerCompression {

	private ServerCompression() {
	}

	/**
	 * Make the compression, and have the factory's own one, which HTTP/2 uses, do the
	 * same.
	 * @param factory the factory, which Boot has given the settings of the server
	 * @param properties the engine's settings
	 * @return the compression or {@code null} if the engine is not to compress
	 */
	static @Nullable Compression of(NettyReactiveWebServerFactory factory, CompressionProperties properties) {
		org.springframework.boot.web.server.Compression server = factory.getCompression();
		boolean enabled = (properties.getEnabled() != null) ? properties.getEnabled()
				: (server != null && server.getEnabled());
		if (!enabled) {
			return null;
		}
		org.springframework.boot.web.server.Compression merged = merge(
				(server != null) ? server : new org.springframework.boot.web.server.Compression(), properties);
		factory.setCompression(merged);
		return new Compression(settings(merged, properties));
	}

	private static org.springframework.boot.web.server.Compression merge(
			org.springframework.boot.web.server.Compression server, CompressionProperties properties) {
		org.springframework.boot.web.server.Compression merged = new org.springframework.boot.web.server.Compression();
		merged.setEnabled(true);
		merged.setMinResponseSize((properties.getMinResponseSize() != null) ? properties.getMinResponseSize()
				: server.getMinResponseSize());
		merged.setMimeTypes((properties.getMimeTypes() != null) ? properties.getMimeTypes() : server.getAllMimeTypes());
		merged.setExcludedUserAgents((properties.getExcludedUserAgents() != null) ? properties.getExcludedUserAgents()
				: server.getExcludedUserAgents());
		return merged;
	}

	private static CompressionSettings settings(org.springframework.boot.web.server.Compression merged,
			CompressionProperties properties) {
		List<ContentCoding> codings = properties.getEncodings()
			.stream()
			.map((encoding) -> ContentCoding.valueOf(encoding.name()))
			.toList();
		Set<String> excludedUserAgents = new TreeSet<>();
		if (merged.getExcludedUserAgents() != null) {
			excludedUserAgents.addAll(Arrays.asList(merged.getExcludedUserAgents()));
		}
		return new CompressionSettings(codings, properties.getGzipLevel(), properties.getBrotliLevel(),
				Math.max(0, merged.getMinResponseSize().toBytes()), compressibleTypes(merged.getAllMimeTypes()),
				excludedUserAgents);
	}

	private static Predicate<String> compressibleTypes(String[] mimeTypes) {
		List<MimeType> compressible = Arrays.stream(mimeTypes).map(MimeTypeUtils::parseMimeType).toList();
		if (compressible.isEmpty()) {
			return (contentType) -> true; // as Boot reads an empty list
		}
		return (contentType) -> {
			try {
				MimeType type = MimeTypeUtils.parseMimeType(contentType);
				return compressible.stream().anyMatch((candidate) -> candidate.isCompatibleWith(type));
			}
			catch (InvalidMimeTypeException ex) {
				return false;
			}
		};
	}

}
