package io.uringboot.arena.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.Rating;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalItemCacheTests {

	private final AtomicLong time = new AtomicLong();

	private final LocalItemCache cache = new LocalItemCache(this.time::get);

	private final Item item = new Item(7, "x", "y", 1, 2, true, List.of(), new Rating(3, 4));

	@Test
	void timeToLiveIsAbsolute() {
		this.cache.put(this.item);
		advance(199);
		assertThat(this.cache.get(7)).isSameAs(this.item);
		advance(1);
		assertThat(this.cache.get(7)).isNull();
	}

	@Test
	void putBeginsAnew() {
		this.cache.put(this.item);
		advance(199);
		this.cache.put(this.item);
		advance(199);
		assertThat(this.cache.get(7)).isSameAs(this.item);
	}

	@Test
	void evictedItemIsGone() {
		this.cache.put(this.item);
		this.cache.evict(8);
		assertThat(this.cache.get(7)).isSameAs(this.item);
		this.cache.evict(7);
		assertThat(this.cache.get(7)).isNull();
	}

	private void advance(long millis) {
		this.time.addAndGet(Duration.ofMillis(millis).toNanos());
	}

}
