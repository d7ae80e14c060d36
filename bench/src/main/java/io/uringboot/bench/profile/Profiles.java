package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.uringboot.bench.profile.Request.Framing;

/**
 * The profiles that can be measured. Requests, sizes and depths are those of the arena's
 * HTTP/1.1 profiles; connections are fewer, as one core drives them.
 */
public final class Profiles {

	/**
	 * The profiles measured unless others are asked for: what every server does first,
	 * and few enough for a coffee break.
	 */
	public static final List<String> DEFAULT = List.of("baseline", "pipelined", "json", "limited-conn");

	private static final Map<String, Supplier<Profile>> ALL = new LinkedHashMap<>();

	static {
		add("baseline", () -> Profile.of("baseline", sums()));
		add("pipelined",
				() -> Profile
					.of("pipelined",
							List.of(new Exchange("pipeline", Request.get("/pipeline"), Expectation.plainText("ok"))))
					.pipelined(16));
		add("json",
				() -> Profile.of("json", JsonItems.exchanges())
					.checking(JsonItems.randomExchanges())
					.withLargeAnswers());
		add("limited-conn", () -> Profile.of("limited-conn", sums()).reconnectingAfter(10));
		add("json-comp",
				() -> Profile.of("json-comp", JsonItems.compressedExchanges()).checking(JsonItems.compressionChecks()));
		add("json-tls",
				() -> Profile.of("json-tls", JsonItems.exchanges())
					.checking(JsonItems.randomExchanges())
					.over(Transport.TLS)
					.withLargeAnswers());
		add("static", () -> files("static"));
		add("static-tls", () -> files("static-tls").over(Transport.TLS).connections(64, 1024));
		add("upload", () -> Profile.of("upload", uploads()).connections(8, 256).reconnectingAfter(5));
		add("echo", () -> echo("echo"));
		add("echo-tls", () -> echo("echo-tls").over(Transport.TLS));
		add("async", () -> Profile.of("async", Delays.exchanges()).checking(Delays.checks()).connections(2000, 4096));
		add("echo-ws", () -> webSocket("echo-ws"));
		add("echo-ws-pipeline", () -> webSocket("echo-ws-pipeline").pipelined(16));
		add("async-db",
				() -> Profile.of("async-db", DatabaseItems.exchanges())
					.checking(DatabaseItems.checks())
					.connections(64, 1024)
					.withLargeAnswers());
		add("crud", () -> Profile.of("crud", Crud.exchanges()).checking(Crud.checks()));
		add("fortunes", () -> Profile.of("fortunes", Fortunes.exchanges()).connections(64, 1024).withLargeAnswers());
		add("api-4", () -> api("api-4").connections(64, 256));
		add("api-16", () -> api("api-16").connections(256, 1024));
		add("latency-10k",
				() -> Profile
					.of("latency-10k",
							List.of(new Exchange("get", Request.get("/baseline11?a=1&b=2"),
									Expectation.plainText("3"))))
					.connections(64, 1024)
					.atRate(10_000));
	}

	private Profiles() {
	}

	private static void add(String name, Supplier<Profile> profile) {
		ALL.put(name, profile);
	}

	/**
	 * Returns the names of all profiles in the order of the report.
	 * @return the names
	 */
	public static List<String> names() {
		return List.copyOf(ALL.keySet());
	}

	/**
	 * Returns a profile.
	 * @param name its name
	 * @return the profile
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Profile named(String name) {
		Supplier<Profile> profile = ALL.get(name);
		if (profile == null) {
			throw new IllegalArgumentException("no profile '" + name + "'; there are " + String.join(", ", names()));
		}
		return profile.get();
	}

	/**
	 * Returns the profiles chosen on a command line.
	 * @param names their names; {@code all} for every one there is
	 * @return the profiles, each once
	 * @throws IllegalArgumentException if there is none of a name
	 */
	public static List<Profile> chosen(List<String> names) {
		return names.stream()
			.flatMap((name) -> name.equals("all") ? names().stream() : Stream.of(name))
			.distinct()
			.map(Profiles::named)
			.toList();
	}

	private static Profile files(String name) {
		return Profile.of(name, StaticFile.encodedExchanges()).checking(StaticFile.plainExchanges()).withLargeAnswers();
	}

	/**
	 * An answer is larger than a request's content by its head.
	 */
	private static Profile echo(String name) {
		return Profile.of(name, Echoes.exchanges()).checking(Echoes.checks()).connections(64, 512).withLargeAnswers();
	}

	private static Profile webSocket(String name) {
		return Profile.of(name, List.of(WebSocketUpgrade.exchange(WebSocketUpgrade.KEY, WebSocketUpgrade.ACCEPT)))
			.over(Transport.WEBSOCKET);
	}

	/**
	 * Three sums, three lists of the data set, two of the database.
	 */
	private static Profile api(String name) {
		List<Exchange> exchanges = new ArrayList<>();
		exchanges.addAll(Collections.nCopies(3, sums().get(0)));
		exchanges.addAll(Collections.nCopies(3, JsonItems.all()));
		exchanges.addAll(Collections.nCopies(2, DatabaseItems.fifty()));
		return Profile.of(name, exchanges)
			.checking(Stream.concat(sums().stream(), JsonItems.randomExchanges().stream()).toList())
			.reconnectingAfter(5)
			.withLargeAnswers();
	}

	private static List<Exchange> sums() {
		String target = "/baseline11?a=13&b=42";
		byte[] twenty = "20".getBytes(StandardCharsets.US_ASCII);
		return List.of(new Exchange("get", Request.get(target), Expectation.plainText("55")),
				new Exchange("post-length", Request.post(target, Framing.LENGTH, twenty), Expectation.plainText("75")),
				new Exchange("post-chunked", Request.post(target, Framing.CHUNKED, twenty),
						Expectation.plainText("75")));
	}

	private static List<Exchange> uploads() {
		Random random = new Random(1);
		List<Exchange> uploads = new ArrayList<>();
		for (int size : new int[] { 512_000, 2_097_152, 10_485_760, 20_971_520 }) {
			byte[] content = new byte[size];
			random.nextBytes(content);
			uploads.add(new Exchange("upload-" + size, Request.post("/upload", Framing.LENGTH, content),
					Expectation.plainText(Integer.toString(size))));
		}
		return List.copyOf(uploads);
	}

}
