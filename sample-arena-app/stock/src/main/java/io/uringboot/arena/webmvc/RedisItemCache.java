package io.uringboot.arena.webmvc;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.cache.ItemJson;
import io.uringboot.arena.data.Item;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Items in Redis, for several processes. Without Redis every item is one that is not
 * there.
 */
final class RedisItemCache implements ItemCache {

	private static final Log logger = LogFactory.getLog(RedisItemCache.class);

	private final StringRedisTemplate redis;

	private final ItemJson json;

	RedisItemCache(StringRedisTemplate redis, ItemJson json) {
		this.redis = redis;
		this.json = json;
	}

	@Override
	public @Nullable Item get(int id) {
		try {
			String value = this.redis.opsForValue().get(this.json.key(id));
			return (value != null) ? this.json.read(value) : null;
		}
		catch (DataAccessException ex) {
			logger.debug("Item not looked up", ex);
			return null;
		}
	}

	@Override
	public void put(Item item) {
		try {
			this.redis.opsForValue().set(this.json.key(item.id()), this.json.write(item), TIME_TO_LIVE);
		}
		catch (DataAccessException ex) {
			logger.debug("Item not kept", ex);
		}
	}

	@Override
	public void evict(int id) {
		try {
			this.redis.delete(this.json.key(id));
		}
		catch (DataAccessException ex) {
			// It ends by its time to live
			logger.debug("Item not forgotten", ex);
		}
	}

}
