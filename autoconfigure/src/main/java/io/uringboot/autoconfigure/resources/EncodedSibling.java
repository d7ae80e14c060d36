package io.uringboot.autoconfigure.resources;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

import io.uringboot.engine.files.ContentCoding;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.HttpResource;

/**
 * A resource in a content coding, under the name of the original, which tells its media
 * type.
 */
final class EncodedSibling extends AbstractResource implements HttpResource {

	private final Resource original;

	private final ContentCoding coding;

	private final Resource encoded;

	EncodedSibling(Resource original, ContentCoding coding) throws IOException {
		this.original = original;
		this.coding = coding;
		this.encoded = original.createRelative(original.getFilename() + coding.extension());
	}

	@Override
	public HttpHeaders getResponseHeaders() {
		HttpHeaders headers = new HttpHeaders();
		if (this.original instanceof HttpResource resource) {
			headers.putAll(resource.getResponseHeaders());
		}
		headers.add(HttpHeaders.CONTENT_ENCODING, this.coding.token());
		return headers;
	}

	@Override
	public @Nullable String getFilename() {
		return this.original.getFilename();
	}

	@Override
	public boolean exists() {
		return this.encoded.exists();
	}

	@Override
	public boolean isReadable() {
		return this.encoded.isReadable();
	}

	@Override
	public boolean isOpen() {
		return this.encoded.isOpen();
	}

	@Override
	public boolean isFile() {
		return this.encoded.isFile();
	}

	@Override
	public URL getURL() throws IOException {
		return this.encoded.getURL();
	}

	@Override
	public URI getURI() throws IOException {
		return this.encoded.getURI();
	}

	@Override
	public File getFile() throws IOException {
		return this.encoded.getFile();
	}

	@Override
	public Path getFilePath() throws IOException {
		return this.encoded.getFilePath();
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return this.encoded.getInputStream();
	}

	@Override
	public ReadableByteChannel readableChannel() throws IOException {
		return this.encoded.readableChannel();
	}

	@Override
	public long contentLength() throws IOException {
		return this.encoded.contentLength();
	}

	@Override
	public long lastModified() throws IOException {
		return this.encoded.lastModified();
	}

	@Override
	public Resource createRelative(String relativePath) throws IOException {
		return this.encoded.createRelative(relativePath);
	}

	@Override
	public String getDescription() {
		return this.encoded.getDescription();
	}

}
