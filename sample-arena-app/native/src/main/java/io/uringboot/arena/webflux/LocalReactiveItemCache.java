package io.uringboot.arena.webflux;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.data.Item;
import reactor.core.publisher.Mono;

/**
 * A cache that never waits.
 */
final class LocalReactiveItemCache implements ReactiveItemCache {

	private final ItemCache cache;

	LocalReactiveItemCache(ItemCache cache) {
		this.cache = cache;
	}

	@Override
	public Mono<Item> get(int id) {
		return Mono.justOrEmpty(this.cache.get(id));
	}

	@Override
	public Mono<Void> put(Item item) {
		this.cache.put(item);
		return Mono.empty();
	}

	@Override
	public Mono<Void> evict(int id) {
		return Mono.fromRunnable(() -> this.cache.evict(id));
	}

}
