package io.uringboot.arena.webmvc;

import java.io.IOException;
import java.util.List;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.cache.LocalItemCache;
import io.uringboot.arena.cache.RespServer;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.Rating;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ItemCacheConfiguration} with the settings of the application.
 */
class ItemCacheConfigurationTests {

	private final Item item = new Item(7, "x \u00fc", "y", 1, 2, true, List.of("t"), new Rating(3, 4));

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(ItemCacheConfiguration.class)
		.withBean(JsonMapper.class);

	private RespServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new RespServer();
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void cacheIsLocalWithoutRedis() {
		this.application
			.run((context) -> assertThat(context.getBean(ItemCache.class)).isInstanceOf(LocalItemCache.class));
	}

	@Test
	void cacheIsLocalIfTheUrlIsEmpty() {
		this.application.withPropertyValues("REDIS_URL=")
			.run((context) -> assertThat(context.getBean(ItemCache.class)).isInstanceOf(LocalItemCache.class));
	}

	@Test
	void redisKeepsItemsForTheTimeToLive() {
		withRedis((cache) -> {
			assertThat(cache.get(7)).isNull();
			cache.put(this.item);
			assertThat(this.server.timeToLive("item:7")).isEqualTo(200);
			assertThat(cache.get(7)).isEqualTo(this.item);
			cache.evict(7);
			assertThat(this.server.values()).isEmpty();
			assertThat(cache.get(7)).isNull();
		});
	}

	@Test
	void whatIsNoItemInRedisIsNotThere() {
		this.server.values().put("item:7", "[");
		withRedis((cache) -> assertThat(cache.get(7)).isNull());
	}

	@Test
	void everyItemIsMissedWhileRedisIsAway() {
		withRedis((cache) -> {
			cache.put(this.item);
			this.server.close();
			assertThat(cache.get(7)).isNull();
			cache.put(this.item);
			cache.evict(7);
		});
	}

	private void withRedis(Use use) {
		this.application.withPropertyValues("REDIS_URL=redis://localhost:" + this.server.port())
			.run((context) -> use.use(context.getBean(ItemCache.class)));
	}

	@FunctionalInterface
	private interface Use {

		void use(ItemCache cache) throws IOException;

	}

}
