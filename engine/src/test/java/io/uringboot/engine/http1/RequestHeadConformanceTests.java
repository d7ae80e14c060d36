package io.uringboot.engine.http1;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Request heads by RFC 9110 and RFC 9112, one row a case: each is taken with the framing
 * that the row says, or refused for its reason, wherever the input is split.
 */
class RequestHeadConformanceTests {

	private static final int LEAST_CASES = 150;

	@ParameterizedTest
	@MethodSource("rows")
	void requestHeadIsTakenOrRefused(HeadCase row) {
		HeadVerifier.verify(row);
	}

	static Stream<HeadCase> rows() {
		return Stream
			.of(RequestLineTable.rows(), FieldLineTable.rows(), HostFieldTable.rows(), MessageFramingTable.rows())
			.flatMap((rows) -> rows);
	}

	@Test
	void tableHasEnoughCasesAndNoneTwice(TestReporter reporter) {
		List<HeadCase> rows = rows().toList();
		reporter.publishEntry("cases", String.valueOf(rows.size()));
		assertThat(rows).hasSizeGreaterThanOrEqualTo(LEAST_CASES).doesNotHaveDuplicates();
	}

	@Test
	void everyRowNamesItsSection() {
		assertThat(rows()).allMatch((row) -> row.rule().matches("\\d{4} .+"));
	}

}
