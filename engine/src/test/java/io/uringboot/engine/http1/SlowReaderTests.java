package io.uringboot.engine.http1;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that take their answers slowly.
 */
class SlowReaderTests {

	private static final int SIZE = 16_000_000;

	@Test
	void lastAnswerReachesAClientThatTakesLongerThanTheServerLingers() throws Exception {
		try (TestServer server = TestServer.start()) {
			List<WireClient> clients = new ArrayList<>();
			for (String path : new String[] { "/p", "/s" }) {
				WireClient slow = WireClient.open(server.port(), 4096);
				slow.send("GET " + path + "/bytes/" + SIZE + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
				clients.add(slow);
			}
			int received = 0;
			for (int i = 0; i < 8; i++) { // longer than the server lingers
				for (WireClient client : clients) {
					received += client.read(100_000).length();
				}
				Thread.sleep(750);
			}
			for (WireClient client : clients) {
				received += client.rest().length();
				client.close();
			}
			assertThat(received).isGreaterThan(2 * SIZE);
		}
	}

}
