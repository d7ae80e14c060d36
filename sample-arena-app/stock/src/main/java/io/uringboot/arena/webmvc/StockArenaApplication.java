package io.uringboot.arena.webmvc;

import io.uringboot.arena.ArenaConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The stock twin.
 */
@SpringBootApplication(scanBasePackageClasses = ArenaConfiguration.class)
class StockArenaApplication {

	public static void main(String[] args) {
		SpringApplication.run(StockArenaApplication.class, args);
	}

}
