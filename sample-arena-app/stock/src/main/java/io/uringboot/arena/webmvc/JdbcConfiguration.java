package io.uringboot.arena.webmvc;

import io.uringboot.arena.database.Database;
import io.uringboot.arena.database.DatabaseAddress;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells Boot's data source where the database is.
 */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(Database database) {
		DatabaseAddress address = database.address();
		return new JdbcConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return address.jdbcUrl();
			}

			@Override
			public String getUsername() {
				return address.user();
			}

			@Override
			public String getPassword() {
				return address.password();
			}

		};
	}

}
