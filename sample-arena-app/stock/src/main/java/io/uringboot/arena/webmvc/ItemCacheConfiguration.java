package io.uringboot.arena.webmvc;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.cache.ItemJson;
import io.uringboot.arena.cache.LocalItemCache;
import io.uringboot.arena.cache.RedisClientOptions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The cache of items: in Redis if it is named, otherwise in the process.
 */
@Configuration(proxyBeanMethods = false)
class ItemCacheConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnExpression("!'${REDIS_URL:}'.isBlank()")
	@Import(RedisClientOptions.class)
	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Redis {

		@Bean
		ItemCache itemCache(StringRedisTemplate template, JsonMapper mapper) {
			return new RedisItemCache(template, new ItemJson(mapper));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnExpression("'${REDIS_URL:}'.isBlank()")
	static class Local {

		@Bean
		ItemCache itemCache() {
			return new LocalItemCache();
		}

	}

}
