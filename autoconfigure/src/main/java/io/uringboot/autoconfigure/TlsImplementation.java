package io.uringboot.autoconfigure;

import io.netty.handler.ssl.OpenSsl;

/**
 * Who does TLS: reactor-netty takes the library of {@code netty-tcnative} if it can be
 * loaded, and the JDK otherwise. A {@code SslProvider} that the application sets itself
 * may differ.
 */
final class TlsImplementation {

	private TlsImplementation() {
	}

	/**
	 * Names the implementation.
	 * @return {@code BoringSSL}, a version of OpenSSL, or {@code JDK}
	 */
	static String name() {
		return OpenSsl.isAvailable() ? OpenSsl.versionString() : "JDK";
	}

	/**
	 * Names the implementation for a start-up line.
	 * @return such as {@code TLS by BoringSSL}
	 */
	static String describe() {
		return "TLS by " + (OpenSsl.isAvailable() ? name() : "the JDK");
	}

}
