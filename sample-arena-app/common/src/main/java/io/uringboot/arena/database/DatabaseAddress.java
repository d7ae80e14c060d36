package io.uringboot.arena.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Where a PostgreSQL database is and who asks it.
 *
 * @param host the name or address of its host
 * @param port its port
 * @param database its name
 * @param user the role to log in as
 * @param password the password of the role, maybe empty
 */
public record DatabaseAddress(String host, int port, String database, String user, String password) {

	private static final int DEFAULT_PORT = 5432;

	/**
	 * Read an address.
	 * @param url a connection URI as libpq has it,
	 * {@code postgres://user:password@host:port/database}; parameters are passed over
	 * @return the address
	 * @throws IllegalArgumentException if the URI lacks the user, the host or the
	 * database, or is none; the message does not repeat the password
	 */
	public static DatabaseAddress parse(String url) {
		URI uri;
		try {
			uri = new URI(url);
		}
		catch (URISyntaxException ex) {
			throw invalid("it is no URI (" + ex.getReason() + ")");
		}
		if (!"postgres".equals(uri.getScheme()) && !"postgresql".equals(uri.getScheme())) {
			throw invalid("it does not begin with postgres://");
		}
		String[] credentials = StringUtils.hasLength(uri.getRawUserInfo()) ? uri.getRawUserInfo().split(":", 2)
				: new String[0];
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		if (!StringUtils.hasLength(uri.getHost()) || credentials.length == 0 || path.length() < 2) {
			throw invalid("it names no user, no host or no database");
		}
		int port = (uri.getPort() != -1) ? uri.getPort() : DEFAULT_PORT;
		return new DatabaseAddress(uri.getHost(), port, decode(path.substring(1)), decode(credentials[0]),
				(credentials.length > 1) ? decode(credentials[1]) : "");
	}

	/**
	 * The address for the JDBC driver.
	 * @return the URL, without user and password
	 */
	public String jdbcUrl() {
		return "jdbc:postgresql://%s:%d/%s".formatted(this.host, this.port, this.database);
	}

	private static String decode(String text) {
		Assert.hasText(text, "DATABASE_URL has an empty user, password or database");
		// Not a form: a plus sign is one
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static IllegalArgumentException invalid(String reason) {
		return new IllegalArgumentException(
				"DATABASE_URL is not postgres://user:password@host:port/database: " + reason);
	}

	@Override
	public String toString() {
		return "%s:%d/%s".formatted(this.host, this.port, this.database);
	}

}
