package io.uringboot.engine.files;

import java.util.List;
import java.util.Map;

import io.uringboot.engine.files.ResponseCache.Key;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseCacheTests {

	private static final int LENGTH = 10_000;

	private static final int WEIGHT = response(LENGTH).weight();

	private final ResponseCache cache = new ResponseCache(4L * WEIGHT);

	@Test
	void weightStaysBelowTheLimit() {
		for (int i = 0; i < 1000; i++) {
			this.cache.put(key("/" + i), response(i * 13 % LENGTH));
			this.cache.get(key("/" + i % 7));
			assertThat(this.cache.weight()).isLessThanOrEqualTo(4L * WEIGHT);
		}
		assertThat(this.cache.size()).isPositive();
	}

	@Test
	void weightIsAtLeastThatOfTheContent() {
		assertThat(response(1_000_000).weight()).isGreaterThan(1_000_000);
		assertThat(response(8_191).weight()).isGreaterThan(3 * 8_191); // one of each
																		// rendering
	}

	@Test
	void whatIsUsedStays() {
		for (String path : List.of("/a", "/b", "/c", "/d")) {
			this.cache.put(key(path), response(LENGTH));
		}
		this.cache.get(key("/a"));
		this.cache.put(key("/e"), response(LENGTH));
		assertThat(this.cache.get(key("/a"))).isNotNull();
		assertThat(this.cache.get(key("/b"))).isNull();
		assertThat(this.cache.get(key("/e"))).isNotNull();
	}

	@Test
	void whatAllUseGoesTooWhenThereIsNoRoom() {
		for (int i = 0; i < 20; i++) {
			this.cache.put(key("/" + i), response(LENGTH));
			for (int j = 0; j <= i; j++) {
				this.cache.get(key("/" + j));
			}
		}
		assertThat(this.cache.size()).isEqualTo(4);
		assertThat(this.cache.get(key("/19"))).isNotNull();
	}

	@Test
	void whatIsTooLargeIsNotKept() {
		this.cache.put(key("/a"), response(4 * WEIGHT));
		assertThat(this.cache.size()).isZero();
		assertThat(this.cache.weight()).isZero();
	}

	@Test
	void newAnswerTakesThePlaceOfTheOld() {
		KeptResponse old = response(LENGTH);
		KeptResponse current = response(LENGTH / 2);
		this.cache.put(key("/a"), old);
		this.cache.put(key("/a"), current);
		assertThat(this.cache.get(key("/a"))).isSameAs(current);
		assertThat(this.cache.weight()).isEqualTo(current.weight());
		this.cache.remove(key("/a"), old);
		assertThat(this.cache.get(key("/a"))).isSameAs(current);
		this.cache.remove(key("/a"), current);
		assertThat(this.cache.weight()).isZero();
		assertThat(this.cache.size()).isZero();
	}

	private static Key key(String path) {
		return new Key(path, AcceptedCodings.NONE);
	}

	private static KeptResponse response(int length) {
		return KeptResponse.of(new FileResponse(List.of(Map.entry("Content-Length", String.valueOf(length))),
				new byte[length], null, List.of()));
	}

}
