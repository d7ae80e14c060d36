package io.uringboot.arena.webflux;

import io.uringboot.arena.ArenaConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The native twin.
 */
@SpringBootApplication(scanBasePackageClasses = ArenaConfiguration.class)
class NativeArenaApplication {

	public static void main(String[] args) {
		SpringApplication.run(NativeArenaApplication.class, args);
	}

}
