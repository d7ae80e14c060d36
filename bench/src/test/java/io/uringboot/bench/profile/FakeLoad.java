package io.uringboot.bench.profile;

import java.io.IOException;
import java.time.Duration;

import io.uringboot.bench.http.Connection;

/**
 * A program that sends two hundred requests to a {@link FakeArena}, as far as it lives.
 */
public final class FakeLoad {

	private FakeLoad() {
	}

	/**
	 * Runs the load.
	 * @param arguments the port
	 */
	public static void main(String[] arguments) {
		byte[] request = Request.get("/baseline11?a=13&b=42").toBytes("localhost");
		try (Connection connection = Connection.open(Integer.parseInt(arguments[0]), Duration.ofSeconds(5))) {
			for (int i = 0; i < 200; i++) {
				connection.send(request);
				connection.read();
			}
		}
		catch (IOException ex) {
			System.err.println("the server has gone");
		}
	}

}
