package io.uringboot.arena.webflux;

import java.util.function.Supplier;

import io.uringboot.arena.database.Database;
import io.uringboot.engine.transport.EventLoops;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to the database on the event loops of the server.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseClientConfiguration {

	@Bean
	LoopClients loopClients(Database database, Supplier<EventLoops> eventLoops,
			@Value("${DATABASE_MAX_CONN:16}") int maxConnections) {
		return new LoopClients(database, eventLoops, maxConnections);
	}

}
