package io.uringboot.arena.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FortuneTests {

	@Test
	void orderIsThatOfTheBytes() {
		List<String> texts = List.of("", "A", "AB", "a", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000",
				"\uffff", "\ud800\udc00", "\ud800\udc01", "\udbff\udfff", "x\ue000", "x\ud800\udc00", "\ue000x");
		for (String left : texts) {
			for (String right : texts) {
				int expected = Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8),
						right.getBytes(StandardCharsets.UTF_8));
				int actual = Fortune.BY_MESSAGE.compare(new Fortune(1, left), new Fortune(2, right));
				assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
			}
		}
	}

}
