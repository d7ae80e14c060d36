package io.uringboot.arena.webflux;

import io.uringboot.arena.serve.ServeContract;

/**
 * {@code bench/serve native}.
 */
class NativeServeIT extends ServeContract {

	NativeServeIT() {
		super("native");
	}

}
