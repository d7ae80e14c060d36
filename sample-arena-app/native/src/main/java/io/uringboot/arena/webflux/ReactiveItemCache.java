package io.uringboot.arena.webflux;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.data.Item;
import reactor.core.publisher.Mono;

/**
 * {@link ItemCache} for a cache that answers later. Errors are not among the answers.
 */
interface ReactiveItemCache {

	/**
	 * Look an item up.
	 * @param id its number
	 * @return the item, or nothing if it is not there
	 */
	Mono<Item> get(int id);

	/**
	 * Keep an item for {@link ItemCache#TIME_TO_LIVE}.
	 * @param item the item
	 * @return when it is kept
	 */
	Mono<Void> put(Item item);

	/**
	 * Forget an item.
	 * @param id its number
	 * @return when it is forgotten
	 */
	Mono<Void> evict(int id);

}
