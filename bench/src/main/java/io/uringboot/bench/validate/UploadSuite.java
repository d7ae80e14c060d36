package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.Expectation;
import io.uringboot.bench.profile.Request;
import io.uringboot.bench.profile.Request.Framing;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of all sizes, counted.
 */
final class UploadSuite implements Suite {

	private static final int[] SIZES = { 17, 48, 512_000, 2_097_152, 10_485_760, 20_971_520 };

	private static final HeaderField BYTES = new HeaderField("Content-Type", "application/octet-stream");

	@Override
	public void run(Server server, Checklist checks) {
		for (int size : SIZES) {
			count(server, checks, size, Framing.LENGTH);
		}
		count(server, checks, server.between(100_000, 3_000_000), Framing.LENGTH);
		count(server, checks, server.between(100_000, 3_000_000), Framing.CHUNKED);
		int size = server.between(1_100_000, 2_000_000);
		checks.check(size + " bytes, held back until asked for", () -> heldBack(server, size));
		checks.check("well after a body that breaks off", () -> {
			try (Connection connection = server.http().connect()) {
				connection.send(Arrays.copyOf(upload(server, 100_000, Framing.LENGTH), 50_000));
			}
			return server.http()
				.ask(Request.post("/upload", Framing.LENGTH, server.bytes(31)), Expectation.plainText("31"));
		});
	}

	private static void count(Server server, Checklist checks, int size, Framing framing) {
		checks.check(size + " bytes, " + framing,
				() -> server.http()
					.ask(Request.post("/upload", framing, server.bytes(size), BYTES),
							Expectation.plainText(Integer.toString(size))));
	}

	private static @Nullable String heldBack(Server server, int size) throws IOException {
		byte[] content = server.bytes(size);
		try (Connection connection = server.http().connect()) {
			connection.send(("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + size
					+ "\r\nExpect: 100-continue\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			int interim = connection.readHead().status();
			if (interim != 100) {
				return "status " + interim + " instead of 100";
			}
			connection.send(content);
			return Expectation.plainText(Integer.toString(size)).fault(connection.read());
		}
	}

	private static byte[] upload(Server server, int size, Framing framing) {
		return Request.post("/upload", framing, server.bytes(size), BYTES).toBytes("localhost");
	}

}
