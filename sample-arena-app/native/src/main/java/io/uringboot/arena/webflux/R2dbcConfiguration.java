package io.uringboot.arena.webflux;

import java.util.function.Supplier;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.uringboot.arena.database.Database;
import io.uringboot.arena.database.DatabaseAddress;
import io.uringboot.engine.transport.EventLoops;

import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections on the event loops of the server, in place of Boot's one pool.
 */
@Configuration(proxyBeanMethods = false)
class R2dbcConfiguration {

	@Bean
	LoopConnectionPools connectionFactory(Database database, R2dbcProperties properties,
			Supplier<EventLoops> eventLoops) {
		return new LoopConnectionPools(eventLoops, options(database.address()), properties.getPool());
	}

	private static ConnectionFactoryOptions options(DatabaseAddress address) {
		return ConnectionFactoryOptions.builder()
			.option(ConnectionFactoryOptions.DRIVER, "postgresql")
			.option(ConnectionFactoryOptions.HOST, address.host())
			.option(ConnectionFactoryOptions.PORT, address.port())
			.option(ConnectionFactoryOptions.DATABASE, address.database())
			.option(ConnectionFactoryOptions.USER, address.user())
			.option(ConnectionFactoryOptions.PASSWORD, address.password())
			.build();
	}

}
