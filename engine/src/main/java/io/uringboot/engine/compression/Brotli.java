package io.uringboot.engine.compression;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/**
 * Whether brotli4j, which is optional, is there and works. Looked up once.
 */
final class Brotli {

	private static final InternalLogger logger = InternalLoggerFactory.getInstance(Brotli.class);

	private static final boolean AVAILABLE = probe();

	private Brotli() {
	}

	static boolean isAvailable() {
		return AVAILABLE;
	}

	private static boolean probe() {
		try {
			if (Brotli4jLoader.isAvailable()) {
				return true;
			}
			logger.debug("Responses are not encoded with Brotli: its native library does not load",
					Brotli4jLoader.getUnavailabilityCause());
		}
		catch (LinkageError ex) {
			logger.debug("Responses are not encoded with Brotli: brotli4j is not on the class path");
		}
		return false;
	}

}
