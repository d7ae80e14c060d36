package io.uringboot.autoconfigure.differential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Takes out of answers what no two answers have in common: times and ids of requests in
 * the bodies of errors, and the length where it counts them.
 */
final class Volatile {

	private static final Pattern TIMESTAMP = Pattern
		.compile("\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"");

	private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\":\"[0-9a-f]{8}-\\d+\"");

	private static final Pattern CREATED = Pattern.compile("<div id='created'>[^<]*</div>");

	private static final Pattern PAGE_ID = Pattern.compile("<div>\\[[0-9a-f]{8}-\\d+] ");

	private Volatile() {
	}

	static Answer without(Answer answer) {
		if (answer.fields().stream().noneMatch("content-encoding: gzip"::equalsIgnoreCase)) {
			return withoutTimes(answer);
		}
		Answer inflated = withoutTimes(answer.withContent(inflated(answer.content())));
		// What has nothing volatile in it stays compressed.
		return inflated.content().contains("(id)") ? inflated.withFields(withoutLength(inflated.fields())) : answer;
	}

	private static List<String> withoutLength(List<String> fields) {
		return fields.stream()
			.map((field) -> field.replaceFirst("(?i)^content-length: \\d+", "content-length: (length)"))
			.toList();
	}

	private static String inflated(String content) {
		int begin = Math.max(0, content.indexOf("\u001f\u008b"));
		byte[] bytes = content.substring(begin).getBytes(StandardCharsets.ISO_8859_1);
		try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return new String(gzip.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return content;
		}
	}

	private static Answer withoutTimes(Answer answer) {
		String content = answer.content();
		if (!content.contains("\"requestId\":") && !content.contains("<div id='created'>")) {
			return answer;
		}
		content = TIMESTAMP.matcher(content).replaceAll("\"timestamp\":(time)");
		content = REQUEST_ID.matcher(content).replaceAll("\"requestId\":(id)");
		content = CREATED.matcher(content).replaceAll("<div id='created'>(time)</div>");
		content = PAGE_ID.matcher(content).replaceAll("<div>[(id)] ");
		int length = answer.content().length();
		int normalLength = content.length();
		List<String> fields = answer.fields()
			.stream()
			.map((field) -> field.equals("Content-Length: " + length) ? "Content-Length: " + normalLength : field)
			.toList();
		return answer.withFields(fields).withContent(content);
	}

}
