package io.uringboot.arena.webflux;

import io.uringboot.arena.cache.ItemJson;
import io.uringboot.arena.cache.LocalItemCache;
import io.uringboot.arena.cache.RedisClientOptions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * The cache of items: in Redis if it is named, otherwise in the process.
 */
@Configuration(proxyBeanMethods = false)
class ItemCacheConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnExpression("!'${REDIS_URL:}'.isBlank()")
	@Import(RedisClientOptions.class)
	@ImportAutoConfiguration({ DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class })
	static class Redis {

		@Bean
		ReactiveItemCache itemCache(ReactiveStringRedisTemplate template, JsonMapper mapper) {
			return new RedisReactiveItemCache(template, new ItemJson(mapper));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnExpression("'${REDIS_URL:}'.isBlank()")
	static class Local {

		@Bean
		ReactiveItemCache itemCache() {
			return new LocalReactiveItemCache(new LocalItemCache());
		}

	}

}
