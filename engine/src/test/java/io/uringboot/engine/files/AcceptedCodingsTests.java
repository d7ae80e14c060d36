package io.uringboot.engine.files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AcceptedCodingsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "br;q=1, gzip;q=0.8 | BR_GZIP", "br;q=0.8,gzip | GZIP_BR", "gzip, deflate, br, zstd | GZIP_BR",
					"br,gzip | BR_GZIP", "BR | BR", "gzip;q=0 | NONE", "gzip;q=0.000, br | BR", "gzip;Q=0.5 | GZIP",
					"br; q=0.5 , gzip ;q=0.501 | GZIP_BR", "*;q=1 | NONE", "identity;q=0 | NONE", ", ,br,, | BR",
					"identity;q=1, gzip;q=0.5 | NONE", "identity;q=0.5, gzip;q=0.5 | GZIP", "gzip, gzip;q=0 | GZIP",
					"x-gzip, brotli | NONE", "br;q=0.001 | BR" })
	void higherWeightIsPreferredAndThenTheFirst(String value, AcceptedCodings expected) {
		assertThat(AcceptedCodings.parse(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "br;q=2", "br;q=1.001", "br;q=-1", "br;q=0.1234", "br;q", "br;", "br;q=", "br;q=.5",
			"br;q=0,5;q=x", "br;x=1", ";q=1", "br;q=0.5;x=1", "br;q=0x5" })
	void malformedWeightIsNotGuessed(String value) {
		assertThat(AcceptedCodings.parse(value)).isNull();
	}

	@Test
	void noFieldAcceptsTheFileAsItIs() {
		assertThat(AcceptedCodings.parse(null)).isEqualTo(AcceptedCodings.NONE);
		assertThat(AcceptedCodings.parse("")).isEqualTo(AcceptedCodings.NONE);
	}

	@ParameterizedTest
	@EnumSource
	void fieldValueSaysTheSame(AcceptedCodings codings) {
		assertThat(AcceptedCodings.parse(codings.fieldValue())).isEqualTo(codings);
	}

}
