package io.uringboot.arena.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatabaseAddressTests {

	@Test
	void readsTheFormOfTheArena() {
		DatabaseAddress address = DatabaseAddress.parse("postgres://bench:secret@localhost:5432/benchmark");
		assertThat(address).isEqualTo(new DatabaseAddress("localhost", 5432, "benchmark", "bench", "secret"));
		assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/benchmark");
		assertThat(address).asString().doesNotContain("secret");
	}

	@Test
	void portAndPasswordMayBeLeftOutAndParametersArePassedOver() {
		assertThat(DatabaseAddress.parse("postgresql://me@db.example/data?sslmode=disable"))
			.isEqualTo(new DatabaseAddress("db.example", 5432, "data", "me", ""));
	}

	@Test
	void decodesWhatIsEncoded() {
		assertThat(DatabaseAddress.parse("postgres://a%40b:c%2Fd+e@[::1]:1/x%20y"))
			.isEqualTo(new DatabaseAddress("[::1]", 1, "x y", "a@b", "c/d+e"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "mysql://a:secret@localhost/b", "postgres://localhost/b",
			"postgres://a:secret@/b", "postgres://a:secret@localhost", "postgres://a:secret@localhost/",
			"postgres://a:secret @localhost/b", "jdbc:postgresql://localhost/b" })
	void othersAreRefusedWithoutTheirPassword(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> DatabaseAddress.parse(url))
			.withMessageContaining("DATABASE_URL")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

}
