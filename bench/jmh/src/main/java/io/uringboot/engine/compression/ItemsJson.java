package io.uringboot.engine.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The arena's answers of {@code /json/{count}?m=}, made of the data set as text: of the
 * application's own one, or of that which the system property {@code uring.bench.dataset}
 * names.
 */
final class ItemsJson {

	private static final int[][] COUNTS_AND_MULTIPLIERS = { { 25, 4 }, { 40, 8 }, { 50, 6 } };

	private static final Pattern ITEM = Pattern.compile("\\{[^{}]*\\{[^{}]*}[^{}]*}");

	private static final Pattern PRICE_AND_QUANTITY = Pattern.compile("\"price\":(\\d+),\"quantity\":(\\d+)");

	private ItemsJson() {
	}

	static byte[][] contents() {
		// No string of the data set has white space beside a structural character.
		String dataset = read().replaceAll("\\s*([\\[\\]{}:,])\\s*", "$1");
		List<String> items = ITEM.matcher(dataset).results().map(MatchResult::group).toList();
		byte[][] contents = new byte[COUNTS_AND_MULTIPLIERS.length][];
		for (int i = 0; i < contents.length; i++) {
			contents[i] = content(items, COUNTS_AND_MULTIPLIERS[i][0], COUNTS_AND_MULTIPLIERS[i][1]);
		}
		return contents;
	}

	private static byte[] content(List<String> items, int count, int multiplier) {
		List<String> processed = new ArrayList<>();
		for (String item : items.subList(0, count)) {
			Matcher matcher = PRICE_AND_QUANTITY.matcher(item);
			if (!matcher.find()) {
				throw new IllegalStateException("no price in " + item);
			}
			long total = Long.parseLong(matcher.group(1)) * Long.parseLong(matcher.group(2)) * multiplier;
			processed.add(item.substring(0, item.length() - 1) + ",\"total\":" + total + "}");
		}
		return processed.stream()
			.collect(Collectors.joining(",", "{\"items\":[", "],\"count\":" + count + "}"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String read() {
		String path = System.getProperty("uring.bench.dataset");
		try (@Nullable
		InputStream own = ItemsJson.class.getResourceAsStream("/dataset.json")) {
			if (path != null) {
				return Files.readString(Path.of(path));
			}
			if (own == null) {
				throw new IllegalStateException("no data set on the class path");
			}
			return new String(own.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
