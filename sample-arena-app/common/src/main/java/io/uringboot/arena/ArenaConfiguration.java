package io.uringboot.arena;

import io.uringboot.arena.data.Dataset;
import io.uringboot.arena.files.StaticFiles;
import io.uringboot.arena.tls.ArenaCertificate;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans that both twins share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArenaProperties.class)
public class ArenaConfiguration {

	@Bean
	Dataset dataset(ArenaProperties properties, JsonMapper mapper) {
		return Dataset.read(properties, mapper);
	}

	@Bean
	StaticFiles staticFiles(ArenaProperties properties) {
		return StaticFiles.locate(properties);
	}

	@Bean
	ArenaCertificate arenaCertificate(ArenaProperties properties) {
		return new ArenaCertificate(properties);
	}

}
