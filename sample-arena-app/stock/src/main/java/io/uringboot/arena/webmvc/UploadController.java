package io.uringboot.arena.webmvc;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Counts the bytes of a body as they arrive.
 */
@RestController
class UploadController {

	// Tomcat's own read buffer holds as much
	private static final int BUFFER_SIZE = 8192;

	@PostMapping(path = "/upload", produces = MediaType.TEXT_PLAIN_VALUE)
	String count(InputStream body) throws IOException {
		byte[] buffer = new byte[BUFFER_SIZE];
		long count = 0;
		int read;
		while ((read = body.read(buffer)) != -1) {
			count += read;
		}
		return Long.toString(count);
	}

}
