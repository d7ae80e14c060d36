package io.uringboot.arena.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.uringboot.arena.data.Item;
import org.jspecify.annotations.Nullable;

/**
 * Items in the memory of this process. Never waits.
 */
public final class LocalItemCache implements ItemCache {

	/**
	 * As many as are read within the time to live on the fastest machine there is, so
	 * that time alone ends an entry; yet bounded if that is wrong.
	 */
	private static final long MAXIMUM_SIZE = 200_000;

	private final Cache<Integer, Item> items;

	/**
	 * Create an empty cache.
	 */
	public LocalItemCache() {
		this(Ticker.systemTicker());
	}

	LocalItemCache(Ticker ticker) {
		this.items = Caffeine.newBuilder()
			.expireAfterWrite(TIME_TO_LIVE)
			.maximumSize(MAXIMUM_SIZE)
			.ticker(ticker)
			// The upkeep is short; in the common pool it would need a thread of its own
			.executor(Runnable::run)
			.build();
	}

	@Override
	public @Nullable Item get(int id) {
		return this.items.getIfPresent(id);
	}

	@Override
	public void put(Item item) {
		this.items.put(item.id(), item);
	}

	@Override
	public void evict(int id) {
		this.items.invalidate(id);
	}

}
