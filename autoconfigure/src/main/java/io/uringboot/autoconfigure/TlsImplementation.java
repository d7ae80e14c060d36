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
	 * Names the implementation for a start-up line.
	 * @return such as {@code TLS by BoringSSL}
	 */
	static String describe() {
		return "TLS by " + (OpenSsl.isAvailable() ? OpenSsl.versionString() : "the JDK");
	}

}
