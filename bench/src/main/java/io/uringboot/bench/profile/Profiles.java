package io.uringboot.bench.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import io.uringboot.bench.profile.Request.Framing;

/**
 * The profiles that can be measured. Requests, sizes and depths are those of the arena's
 * HTTP/1.1 profiles; connections are fewer, as one core drives them.
 */
public final class Profiles {

	private static final Map<String, Supplier<Profile>> ALL = new LinkedHashMap<>();

	static {
		ALL.put("baseline", () -> Profile.of("baseline", sums()));
		ALL.put("pipelined",
				() -> Profile
					.of("pipelined",
							List.of(new Exchange("pipeline", Request.get("/pipeline"), Expectation.plainText("ok"))))
					.pipelined(16));
		ALL.put("json", () -> Profile.of("json", JsonItems.exchanges()).withLargeAnswers());
		ALL.put("static",
				() -> Profile.of("static", StaticFile.encodedExchanges())
					.checking(StaticFile.plainExchanges())
					.withLargeAnswers());
		ALL.put("upload", () -> Profile.of("upload", uploads()).withConnections(8).reconnectingAfter(5));
		ALL.put("limited-conn", () -> Profile.of("limited-conn", sums()).reconnectingAfter(10));
	}

	private Profiles() {
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
