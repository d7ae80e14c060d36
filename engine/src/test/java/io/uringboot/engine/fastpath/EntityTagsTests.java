package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagsTests {

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"a\"", "\"a,b\"", "\"*\"", "W/\"a\"", "\"W/\"", "\"\u00e4\"", "\"!#~\"" })
	void areRecognized(String tag) {
		assertThat(EntityTags.isEntityTag(octets(tag))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "*", "\"", "\"a", "a\"", "w/\"a\"", "W/a", "W/", "\"a\"b", "\"a b\"", "\"a\"\"",
			"\"\u007f\"", "W/ \"a\"" })
	void areNotTakenForWhatTheyAreNot(String tag) {
		assertThat(EntityTags.isEntityTag(octets(tag))).isFalse();
	}

	/** The table of RFC 9110 §8.8.3.2. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', value = { "W/\"1\",W/\"1\",false,true", "W/\"1\",W/\"2\",false,false",
			"W/\"1\",\"1\",false,true", "\"1\",\"1\",true,true" })
	void areComparedStronglyOrWeakly(String one, String other, boolean strong, boolean weak) {
		assertThat(matches(one, other, false)).isEqualTo(strong);
		assertThat(matches(other, one, false)).isEqualTo(strong);
		assertThat(matches(one, other, true)).isEqualTo(weak);
		assertThat(matches(other, one, true)).isEqualTo(weak);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "\"a\"", "\"b\", \"a\"", "\"b\",\"a\"", ",, \"b\" ,\t\"a\" ,", "W/\"a\", \"b\"",
			"\"b,\", \"a\"", "\"a\" garbage" })
	void areFoundInLists(String list) {
		assertThat(matches(list, "\"a\"", true)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "\"b\"", "a", "\"A\"", "\"aa\"", "\"\"", "**", "*, \"b\"", "garbage, \"a\"",
			"\"b\" \"a\"", "\"b\"\"a\"", "\"b, \"a\"" })
	void areNotFoundElsewhere(String list) {
		assertThat(matches(list, "\"a\"", true)).isFalse();
	}

	@Test
	void matchAnyRepresentationByTheAsteriskOnly() {
		assertThat(EntityTags.matches(octets("*"), 0, 1, new byte[0], true)).isTrue();
		assertThat(EntityTags.matches(octets("\"\""), 0, 2, new byte[0], true)).isFalse();
	}

	@Test
	void areMadeOfMetadataAndContent() {
		String tag = EntityTags.of("Content-Type:text/plain\n", octets("ok"));
		assertThat(tag).matches("\"[0-9a-f]{32}\"").isEqualTo(EntityTags.of("Content-Type:text/plain\n", octets("ok")));
		assertThat(tag).isNotEqualTo(EntityTags.of("Content-Type:text/html\n", octets("ok")))
			.isNotEqualTo(EntityTags.of("Content-Type:text/plain\n", octets("ko")));
	}

	private static boolean matches(String list, String tag, boolean weak) {
		byte[] bytes = octets("\"" + list + "\"");
		return EntityTags.matches(bytes, 1, bytes.length - 1, octets(tag), weak);
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
