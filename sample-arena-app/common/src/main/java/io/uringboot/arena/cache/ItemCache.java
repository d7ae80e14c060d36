package io.uringboot.arena.cache;

import java.time.Duration;

import io.uringboot.arena.data.Item;
import org.jspecify.annotations.Nullable;

/**
 * A cache of items, to be looked at before the database. May be used from any thread.
 */
public interface ItemCache {

	/**
	 * How long an item is kept, counted from when it was put.
	 */
	Duration TIME_TO_LIVE = Duration.ofMillis(200);

	/**
	 * Look an item up.
	 * @param id its number
	 * @return the item, or {@code null} if it is not there or not there any more
	 */
	@Nullable Item get(int id);

	/**
	 * Keep an item.
	 * @param item the item as the database has it
	 */
	void put(Item item);

	/**
	 * Forget an item that was changed.
	 * @param id its number
	 */
	void evict(int id);

}
