package io.uringboot.arena.cache;

import io.lettuce.core.ClientOptions;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;

/**
 * Makes commands fail at once while there is no connection to Redis: the cache is not
 * worth waiting for.
 */
public class RedisClientOptions implements LettuceClientOptionsBuilderCustomizer {

	@Override
	public void customize(ClientOptions.Builder options) {
		options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
	}

}
