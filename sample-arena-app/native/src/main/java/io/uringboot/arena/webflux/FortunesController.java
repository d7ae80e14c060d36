package io.uringboot.arena.webflux;

import io.uringboot.arena.web.FortunesPage;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The fortunes as a page.
 */
@RestController
class FortunesController {

	private final PostgresDatabase database;

	private final FortunesPage page;

	FortunesController(PostgresDatabase database, FortunesPage page) {
		this.database = database;
		this.page = page;
	}

	@GetMapping(path = "/fortunes", produces = "text/html;charset=UTF-8")
	Mono<String> fortunes() {
		return this.database.fortunes().map(this.page::render);
	}

}
