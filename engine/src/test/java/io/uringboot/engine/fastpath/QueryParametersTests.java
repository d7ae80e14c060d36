package io.uringboot.engine.fastpath;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.uringboot.engine.http1.RequestHeads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryParametersTests {

	private final QueryParameters parameters = new QueryParameters();

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "? []", "?& []", "?= []", "?== []", "?&&=&= []", "?a [a]", "?a= [a=]", "?=a [a]", "?a=1 [a=1]",
					"?a=1&b=2 [a=1,b=2]", "?&a=1&&b=2& [a=1,b=2]", "?a=1&a=2&a [a=1,a=2,a]", "?a==b [a==b]",
					"?a=b=c [a=b=c]", "?==a=b [a=b]", "?a=&b [a=,b]", "?a&b=c [a,b=c]", "?a+b=c+d [a_b=c_d]",
					"?a%20b=c%2Bd [a_b=c+d]", "?%61=%62 [a=b]", "?%26=%3D [&==]", "?a=%C3%A4 [a=ä]", "?%c3%a4=1 [ä=1]",
					"?a=%F0%9F%98%80 [a=😀]", "?a=%C3 [a=\uFFFD]", "?a=%C3b [a=\uFFFDb]", "?a=%00 [a=\0]",
					"?a=/?:@!$'()*,; [a=/?:@!$'()*,;]", "?a;b=c [a;b=c]", "?a=%2525 [a=%25]" })
	void areTakenApartAsSpringDoes(String query, String expected) {
		assertThat(read(query).toString().replace(", ", ",").replace(' ', '_')).isEqualTo(expected);
	}

	@Test
	void areNoneWithoutAQuery() {
		assertThat(read("")).isEmpty();
	}

	/** The pattern and the decoding that Spring WebFlux documents in its sources. */
	@Test
	void areTakenApartAsByTheRegularExpression() {
		Random random = new Random(1);
		String[] parts = { "a", "b", "&", "=", "+", "%41", "%26", "%3d", "%C3", "%A4", "%E2", "%82", "%AC", "%F0",
				"%9F", "%ff", ";", "/" };
		for (int round = 0; round < 20_000; round++) {
			StringBuilder query = new StringBuilder("?");
			int length = random.nextInt(12);
			for (int i = 0; i < length; i++) {
				query.append(parts[random.nextInt(parts.length)]);
			}
			assertThat(read(query.toString())).as(query.toString()).isEqualTo(byRegularExpression(query.substring(1)));
		}
	}

	private static List<String> byRegularExpression(String query) {
		List<String> parameters = new ArrayList<>();
		Matcher matcher = Pattern.compile("([^&=]+)(=?)([^&]+)?").matcher(query);
		while (matcher.find()) {
			String name = URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
			String value = matcher.group(3);
			value = (value != null) ? URLDecoder.decode(value, StandardCharsets.UTF_8)
					: matcher.group(2).isEmpty() ? null : "";
			parameters.add((value != null) ? name + "=" + value : name);
		}
		return parameters;
	}

	@Test
	void areFoundByTheirDecodedName() {
		read("?a%2Bb=1&a+b=2&a=3&%61=4&%C3%A4=5");
		assertThat(this.parameters.indexOf(name("a+b"), 0)).isZero();
		assertThat(this.parameters.indexOf(name("a b"), 0)).isOne();
		assertThat(this.parameters.indexOf(name("a"), 0)).isEqualTo(2);
		assertThat(this.parameters.indexOf(name("a"), 3)).isEqualTo(3);
		assertThat(this.parameters.indexOf(name("a"), 4)).isNegative();
		assertThat(this.parameters.indexOf(name("ä"), 0)).isEqualTo(4);
		assertThat(this.parameters.indexOf(name("A"), 0)).isNegative();
		assertThat(this.parameters.indexOf(name("a+"), 0)).isNegative();
	}

	@ParameterizedTest
	@CsvSource({ "?a=0,0", "?a=13,13", "?a=-7,-7", "?a=007,7", "?a=-0,0", "?a=2147483647,2147483647",
			"?a=-2147483648,-2147483648" })
	void areReadAsPlainNumbers(String query, long expected) {
		read(query);
		assertThat(this.parameters.intValue(0)).isEqualTo(expected);
		assertThat(this.parameters.longValue(0)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "?a", "?a=", "?a=-", "?a=+1", "?a=1+", "?a=%31", "?a=1.0", "?a=0x1", "?a=1e3", "?a=one", "?a=--1",
			"?a=1234567890123456789" })
	void areNotReadAsNumbersOtherwise(String query) {
		read(query);
		assertThat(this.parameters.intValue(0)).isEqualTo(FastPathExchange.NOT_PLAIN);
		assertThat(this.parameters.longValue(0)).isEqualTo(FastPathExchange.NOT_PLAIN);
	}

	@ParameterizedTest
	@CsvSource({ "?a=2147483648,2147483648", "?a=-2147483649,-2147483649", "?a=999999999999999999,999999999999999999" })
	void areLongsBeyondTheRangeOfAnInt(String query, long expected) {
		read(query);
		assertThat(this.parameters.intValue(0)).isEqualTo(FastPathExchange.NOT_PLAIN);
		assertThat(this.parameters.longValue(0)).isEqualTo(expected);
	}

	@Test
	void mayBeMany() {
		StringBuilder query = new StringBuilder("?p=0");
		for (int i = 1; i < 1000; i++) {
			query.append("&p=").append(i);
		}
		assertThat(read(query.toString())).hasSize(1000);
		assertThat(this.parameters.intValue(999)).isEqualTo(999);
		this.parameters.clear();
		assertThat(this.parameters.count()).isZero();
		assertThat(read("?a=1")).containsExactly("a=1");
	}

	private List<String> read(String query) {
		this.parameters.read(RequestHeads.of("GET", "/path" + query));
		List<String> read = new ArrayList<>();
		for (int i = 0; i < this.parameters.count(); i++) {
			String value = this.parameters.value(i);
			read.add((value != null) ? this.parameters.name(i) + "=" + value : this.parameters.name(i));
		}
		return read;
	}

	private static byte[] name(String name) {
		return name.getBytes(StandardCharsets.UTF_8);
	}

}
