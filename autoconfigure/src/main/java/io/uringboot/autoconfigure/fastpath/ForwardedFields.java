package io.uringboot.autoconfigure.fastpath;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * The fields that proxies set.
 */
final class ForwardedFields {

	private ForwardedFields() {
	}

	/**
	 * Whether the server itself looks at them, and refuses requests where they are
	 * malformed. Boot has it do so by default on a cloud platform.
	 */
	static boolean areRead(Environment environment) {
		String strategy = environment.getProperty("server.forward-headers-strategy");
		if (strategy != null) {
			return strategy.equalsIgnoreCase("native");
		}
		CloudPlatform platform = CloudPlatform.getActive(environment);
		return platform != null && platform.isUsingForwardHeaders();
	}

}
