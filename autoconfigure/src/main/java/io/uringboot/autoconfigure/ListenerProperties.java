package io.uringboot.autoconfigure;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a listener beside the one of {@code server.port}.
 */
public class ListenerProperties {

	/**
	 * Name of the listener, unique among the listeners. Lower case letters, digits and
	 * hyphens.
	 */
	private @Nullable String name;

	/**
	 * Port of the listener. Zero for a random one, which is in the environment as
	 * local.uring.&lt;name&gt;.port.
	 */
	private @Nullable Integer port;

	/**
	 * Network address to which the listener should bind. That of server.address if not
	 * set.
	 */
	private @Nullable InetAddress address;

	/**
	 * Protocols that the listener speaks. HTTP/2 is h2 with TLS and h2c without.
	 */
	private Set<Protocol> protocols = EnumSet.of(Protocol.HTTP1);

	private final Ssl ssl = new Ssl();

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public @Nullable Integer getPort() {
		return this.port;
	}

	public void setPort(@Nullable Integer port) {
		this.port = port;
	}

	public @Nullable InetAddress getAddress() {
		return this.address;
	}

	public void setAddress(@Nullable InetAddress address) {
		this.address = address;
	}

	public Set<Protocol> getProtocols() {
		return this.protocols;
	}

	public void setProtocols(Set<Protocol> protocols) {
		this.protocols = protocols;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	/**
	 * TLS of a listener.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle. Without one the listener does not speak TLS.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Protocols of a listener.
	 */
	public enum Protocol {

		/**
		 * HTTP/1.1 and HTTP/1.0.
		 */
		HTTP1,

		/**
		 * HTTP/2 with TLS.
		 */
		H2,

		/**
		 * HTTP/2 without TLS: by prior knowledge, and with HTTP/1.1 beside it also by
		 * upgrade.
		 */
		H2C

	}

}
