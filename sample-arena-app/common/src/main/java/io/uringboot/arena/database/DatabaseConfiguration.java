package io.uringboot.arena.database;

import java.io.IOException;

import io.uringboot.arena.ArenaProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The database and the form of its values.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean
	Database database(Environment environment, ArenaProperties properties) throws IOException {
		String url = environment.getProperty("DATABASE_URL");
		if (StringUtils.hasText(url)) {
			DatabaseAddress address = DatabaseAddress.parse(url);
			return () -> address;
		}
		return new EmbeddedDatabase(properties);
	}

	@Bean
	Tags tags(JsonMapper mapper) {
		return new Tags(mapper);
	}

}
