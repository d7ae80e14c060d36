package io.uringboot.bench.jmh;

import java.nio.charset.StandardCharsets;

/**
 * Requests as they come from the network.
 */
public enum Requests {

	/** The smallest one: one field. */
	PIPELINE("GET /pipeline HTTP/1.1\r\nHost: localhost:8080\r\n\r\n"),

	/** With a query. */
	BASELINE("GET /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n"),

	/** With a content of known length. */
	BASELINE_LENGTH("POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 2\r\n\r\n20"),

	/** With a content in chunks. */
	BASELINE_CHUNKED(
			"POST /baseline11?a=13&b=42 HTTP/1.1\r\nHost: localhost:8080\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n20\r\n0\r\n\r\n"),

	/** As a browser sends it. */
	BROWSER("GET /pipeline HTTP/1.1\r\nHost: shop.example.com\r\nConnection: keep-alive\r\n"
			+ "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
			+ "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
			+ "Accept-Language: en-GB,en;q=0.7,de;q=0.3\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
			+ "Referer: https://shop.example.com/catalogue?page=2\r\n"
			+ "Cookie: session=4f1c0b5e9a7d42d8b1f0; theme=dark; consent=necessary\r\n"
			+ "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: same-origin\r\n\r\n");

	private final String text;

	Requests(String text) {
		this.text = text;
	}

	/**
	 * The octets of so many requests in a row.
	 * @param times how many
	 * @return the octets
	 */
	public byte[] octets(int times) {
		return this.text.repeat(times).getBytes(StandardCharsets.US_ASCII);
	}

}
