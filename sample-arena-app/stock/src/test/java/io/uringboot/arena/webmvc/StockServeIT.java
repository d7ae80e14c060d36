package io.uringboot.arena.webmvc;

import io.uringboot.arena.serve.ServeContract;

/**
 * {@code bench/serve stock}.
 */
class StockServeIT extends ServeContract {

	StockServeIT() {
		super("stock");
	}

}
