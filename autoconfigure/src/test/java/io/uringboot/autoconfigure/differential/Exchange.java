package io.uringboot.autoconfigure.differential;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What is sent at once on a connection.
 *
 * @param requests one request, or the requests of a pipeline
 * @param splits the offsets, ascending, at which writing is interrupted
 */
record Exchange(List<Request> requests, int[] splits) {

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.requests.forEach((request) -> bytes.writeBytes(request.bytes()));
		return bytes.toByteArray();
	}

}
