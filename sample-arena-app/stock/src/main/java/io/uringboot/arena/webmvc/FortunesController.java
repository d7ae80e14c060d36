package io.uringboot.arena.webmvc;

import io.uringboot.arena.web.FortunesPage;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The fortunes as a page.
 */
@RestController
class FortunesController {

	private final JdbcDatabase database;

	private final FortunesPage page;

	FortunesController(JdbcDatabase database, FortunesPage page) {
		this.database = database;
		this.page = page;
	}

	@GetMapping(path = "/fortunes", produces = "text/html;charset=UTF-8")
	String fortunes() {
		return this.page.render(this.database.fortunes());
	}

}
