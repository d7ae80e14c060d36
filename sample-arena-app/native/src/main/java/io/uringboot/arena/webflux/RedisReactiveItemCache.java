package io.uringboot.arena.webflux;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.cache.ItemJson;
import io.uringboot.arena.data.Item;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Items in Redis, for several processes. Without Redis every item is one that is not
 * there.
 */
final class RedisReactiveItemCache implements ReactiveItemCache {

	private static final Log logger = LogFactory.getLog(RedisReactiveItemCache.class);

	private final ReactiveStringRedisTemplate redis;

	private final ItemJson json;

	RedisReactiveItemCache(ReactiveStringRedisTemplate redis, ItemJson json) {
		this.redis = redis;
		this.json = json;
	}

	@Override
	public Mono<Item> get(int id) {
		return optional(this.redis.opsForValue().get(this.json.key(id)).mapNotNull(this.json::read));
	}

	@Override
	public Mono<Void> put(Item item) {
		return optional(this.redis.opsForValue()
			.set(this.json.key(item.id()), this.json.write(item), ItemCache.TIME_TO_LIVE)
			.then());
	}

	@Override
	public Mono<Void> evict(int id) {
		// Unless it works, the item ends by its time to live
		return optional(this.redis.delete(this.json.key(id)).then());
	}

	private static <T> Mono<T> optional(Mono<T> answer) {
		return answer.onErrorResume((ex) -> {
			logger.debug("Redis does not answer", ex);
			return Mono.empty();
		});
	}

}
