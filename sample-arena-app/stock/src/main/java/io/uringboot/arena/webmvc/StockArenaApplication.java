package io.uringboot.arena.webmvc;

import io.uringboot.arena.ArenaConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;

/**
 * The stock twin.
 */
// What has to do with Redis comes with ItemCacheConfiguration, if at all
@SpringBootApplication(scanBasePackageClasses = ArenaConfiguration.class, exclude = { DataRedisAutoConfiguration.class,
		DataRedisReactiveAutoConfiguration.class, DataRedisRepositoriesAutoConfiguration.class })
class StockArenaApplication {

	public static void main(String[] args) {
		SpringApplication.run(StockArenaApplication.class, args);
	}

}
