package io.uringboot.engine.files;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Knows what the standard path answers for a file.
 */
@FunctionalInterface
public interface FileSource {

	/**
	 * Makes the answer to a GET request without any condition; called on a thread that
	 * may block. Whoever calls compares the states in the answer with the files once more
	 * before it relies on it.
	 * @param path the path of the request, without anything that could be decoded or
	 * normalized
	 * @param accepted the codings that the client accepts
	 * @return the answer, or null if it cannot be kept: it is not 200, it depends on more
	 * than the arguments and the files, or its content is too large
	 * @throws IOException if a file cannot be read
	 */
	@Nullable FileResponse load(String path, AcceptedCodings accepted) throws IOException;

}
