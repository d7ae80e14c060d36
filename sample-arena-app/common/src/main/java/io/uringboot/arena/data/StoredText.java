package io.uringboot.arena.data;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Text from a client that is to be stored. What is refused here is a bad request in both
 * stacks: the mapper wraps it as a body that cannot be read.
 */
final class StoredText {

	private StoredText() {
	}

	static void check(String field, @Nullable String text) {
		Assert.hasText(text, () -> field + " is missing");
		// The one character that PostgreSQL has no place for in a text
		Assert.isTrue(text.indexOf('\0') < 0, () -> field + " contains U+0000");
	}

}
