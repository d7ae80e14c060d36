package io.uringboot.autoconfigure.resources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.uringboot.autoconfigure.resources.ResourceDispatcher.Dispatched;
import io.uringboot.engine.files.AcceptedCodings;
import io.uringboot.engine.files.ContentCoding;
import io.uringboot.engine.files.FileResponse;
import io.uringboot.engine.files.FileSource;
import io.uringboot.engine.files.FileState;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * Answers as the application's own resource handlers give them. So nothing of what they
 * do is done a second time here, but for finding out which files they look at.
 */
final class ResourceFileSource implements FileSource {

	private final ResourceDispatcher dispatcher;

	private final Set<ResourceWebHandler> handlers;

	private final long maxFileSize;

	/**
	 * Create a source.
	 * @param dispatcher asks the handlers
	 * @param handlers those whose answers may be kept
	 * @param maxFileSize the most bytes of a file that is kept
	 */
	ResourceFileSource(ResourceDispatcher dispatcher, Set<ResourceWebHandler> handlers, long maxFileSize) {
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.maxFileSize = maxFileSize;
	}

	@Override
	public @Nullable FileResponse load(String path, AcceptedCodings accepted) throws IOException {
		HttpHeaders headers = headers(accepted);
		Dispatched dispatched = this.dispatcher.dispatch(path, headers);
		if (dispatched == null || !this.handlers.contains(dispatched.handler())) {
			return null;
		}
		Candidates candidates = Candidates.of(dispatched, accepted);
		if (candidates.isMissing() || candidates.size() > this.maxFileSize) {
			return null;
		}
		LoadedResponse response = dispatched.answer();
		byte[] content = content(response, candidates);
		if (response.status() != 200 || content == null || content.length != response.getHeaders().getContentLength()) {
			return null;
		}
		return new FileResponse(response.fields(), content, notModified(path, headers, response), candidates.states());
	}

	private static HttpHeaders headers(AcceptedCodings accepted) {
		HttpHeaders headers = new HttpHeaders();
		if (accepted != AcceptedCodings.NONE) {
			headers.set(HttpHeaders.ACCEPT_ENCODING, accepted.fieldValue());
		}
		return headers;
	}

	private static byte @Nullable [] content(LoadedResponse response, Candidates candidates) throws IOException {
		Path file = response.file();
		if (file == null) {
			return candidates.packaged() ? response.content() : null;
		}
		Path chosen = candidates.chosen();
		return (chosen != null && file.toAbsolutePath().normalize().equals(chosen)) ? Files.readAllBytes(file) : null;
	}

	/** The fields of the answer to a client that has the content already. */
	private @Nullable List<Map.Entry<String, String>> notModified(String path, HttpHeaders headers,
			LoadedResponse response) {
		HttpHeaders conditional = new HttpHeaders();
		conditional.putAll(headers);
		String entityTag = response.getHeaders().getETag();
		String lastModified = response.getHeaders().getFirst(HttpHeaders.LAST_MODIFIED);
		if (entityTag != null) {
			conditional.set(HttpHeaders.IF_NONE_MATCH, entityTag);
		}
		if (lastModified != null) {
			conditional.set(HttpHeaders.IF_MODIFIED_SINCE, lastModified);
		}
		Dispatched dispatched = this.dispatcher.dispatch(path, conditional);
		LoadedResponse answer = (dispatched != null) ? dispatched.answer() : null;
		return (answer != null && answer.status() == 304) ? answer.fields() : null;
	}

	/**
	 * The files that a handler looks at for one request, and the one that it would find.
	 *
	 * @param states what stands at their paths
	 * @param chosen the file that is sent, if it is one
	 * @param size its size
	 * @param packaged whether the content may come from a package that does not change
	 */
	private record Candidates(List<FileState> states, @Nullable Path chosen, long size, boolean packaged) {

		boolean isMissing() {
			return this.chosen == null && !this.packaged;
		}

		static Candidates of(Dispatched dispatched, AcceptedCodings accepted) throws IOException {
			List<FileState> states = new ArrayList<>();
			boolean packaged = false;
			boolean negotiated = ResourceChains.isNegotiated(dispatched.handler());
			for (Resource location : dispatched.handler().getLocations()) {
				if (!location.isFile()) {
					packaged = true;
					continue;
				}
				Path path = path(location, dispatched.resourcePath());
				FileState state = FileState.of(path);
				states.add(state);
				if (state.isFile()) {
					return negotiated ? withSibling(states, path, state, accepted, packaged)
							: new Candidates(states, path, state.size(), packaged);
				}
			}
			return new Candidates(states, null, 0, packaged);
		}

		private static Candidates withSibling(List<FileState> states, Path original, FileState originalState,
				AcceptedCodings accepted, boolean packaged) throws IOException {
			for (ContentCoding coding : accepted.codings()) {
				Path sibling = original.resolveSibling(original.getFileName() + coding.extension());
				FileState state = FileState.of(sibling);
				states.add(state);
				if (state.isFile()) {
					return new Candidates(states, sibling, state.size(), packaged);
				}
			}
			// Whether there is any other decides about Vary.
			for (ContentCoding coding : ContentCoding.values()) {
				if (!accepted.codings().contains(coding)) {
					FileState state = FileState
						.of(original.resolveSibling(original.getFileName() + coding.extension()));
					states.add(state);
					if (state.isFile()) {
						break;
					}
				}
			}
			return new Candidates(states, original, originalState.size(), packaged);
		}

		private static Path path(Resource location, String resourcePath) throws IOException {
			return location.getFile().toPath().toAbsolutePath().normalize().resolve(resourcePath);
		}

	}

}
