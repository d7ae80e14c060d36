package io.uringboot.engine.compression;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Negotiation by RFC 9110 §12.5.3.
 */
class AcceptEncodingTests {

	private static final ContentCoding[] BOTH = { ContentCoding.BR, ContentCoding.GZIP };

	private static final ContentCoding[] GZIP_ONLY = { ContentCoding.GZIP };

	private final AcceptEncoding accepted = new AcceptEncoding();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			gzip                                | GZIP | GZIP
			br                                  | BR   |
			gzip, br                            | BR   | GZIP
			br;q=0.5, gzip                      | GZIP | GZIP
			br;q=0.501, gzip;q=0.5              | BR   | GZIP
			gzip;q=1.000, br;q=0.999            | GZIP | GZIP
			GZip                                | GZIP | GZIP
			x-gzip                              | GZIP | GZIP
			gzip;Q=0.3                          | GZIP | GZIP
			"gzip ;  q=0.3 , deflate"           | GZIP | GZIP
			"gzip\t;\tq=1"                      | GZIP | GZIP
			", ,gzip,"                          | GZIP | GZIP
			deflate, zstd                       |      |
			*                                   | BR   | GZIP
			*;q=0.1                             | BR   | GZIP
			*;q=0                               |      |
			gzip, *;q=0                         | GZIP | GZIP
			gzip;q=0, *                         | BR   |
			br;q=0, *                           | GZIP | GZIP
			gzip;q=0                            |      |
			gzip;q=0.000                        |      |
			gzip;q=0, br;q=0                    |      |
			identity                            |      |
			identity, gzip                      | GZIP | GZIP
			identity;q=1, gzip;q=0.5            |      |
			identity;q=0.5, gzip;q=0.5          | GZIP | GZIP
			identity;q=0                        |      |
			identity;q=0, gzip                  | GZIP | GZIP
			gzip;q=0.5, *                       | BR   | GZIP
			compress, gzip;q=0.1, identity;q=0  | GZIP | GZIP
			""")
	void whatTheClientLikesBestIsChosen(String field, ContentCoding ofBoth, ContentCoding ofGzip) {
		add(field);
		assertThat(this.accepted.best(BOTH)).isEqualTo(ofBoth);
		assertThat(this.accepted.best(GZIP_ONLY)).isEqualTo(ofGzip);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			""                | gzip
			gzip;q=2          | not a weight
			gzip;q=1.001      | more than 1
			gzip;q=0.1234     | four decimals
			gzip;q=0.x        | not a digit
			gzip;q=-1         | signed
			gzip;q=+1         | signed
			gzip;q=.5         | no whole number
			gzip;q=           | nothing
			gzip;q            | no value
			gzip;             | no weight
			gzip;level=1      | no weight
			gzip;q=1;a=b      | something behind the weight
			gzip;q =1         | white space before the equals sign
			gzip;q= 1         | white space behind it
			gzip br           | no comma
			gzip q=1          | no semicolon
			gz                | another name
			gzipp             | another name
			gzip/br           | another name
			""" + "\"'gzip'\" | quoted\n;q=1 | no coding")
	void whatIsNotWellFormedCountsAsNotThere(String field, String reason) {
		add(field);
		assertThat(this.accepted.best(BOTH)).as(reason).isNull();
	}

	@Test
	void wellFormedElementsBesideAMalformedOneCount() {
		add("br;q=9, gzip;q=0.2, ;;");
		assertThat(this.accepted.best(BOTH)).isEqualTo(ContentCoding.GZIP);
	}

	@Test
	void fieldLinesAreOneList() {
		add("br;q=0.1");
		add("gzip");
		assertThat(this.accepted.best(BOTH)).isEqualTo(ContentCoding.GZIP);
	}

	@Test
	void amongEqualsTheServersOrderDecides() {
		add("gzip, br");
		assertThat(this.accepted.best(new ContentCoding[] { ContentCoding.GZIP, ContentCoding.BR }))
			.isEqualTo(ContentCoding.GZIP);
	}

	@Test
	void nothingOfARequestStaysForTheNext() {
		add("gzip, br, *, identity;q=0.1");
		this.accepted.reset();
		assertThat(this.accepted.best(BOTH)).isNull();
		add("gzip;q=0.01");
		assertThat(this.accepted.best(BOTH)).isEqualTo(ContentCoding.GZIP);
	}

	@Test
	void onlyTheGivenOctetsAreLookedAt() {
		byte[] octets = "xgzip, brx".getBytes(StandardCharsets.US_ASCII);
		this.accepted.add(octets, 1, octets.length - 1);
		assertThat(this.accepted.best(BOTH)).isEqualTo(ContentCoding.BR);
	}

	private void add(String field) {
		byte[] octets = field.getBytes(StandardCharsets.ISO_8859_1);
		this.accepted.add(octets, 0, octets.length);
	}

}
