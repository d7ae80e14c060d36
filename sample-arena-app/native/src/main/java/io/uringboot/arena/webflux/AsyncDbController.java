package io.uringboot.arena.webflux;

import io.uringboot.arena.data.Items;
import io.uringboot.arena.data.PageWindow;
import io.uringboot.arena.database.DatabaseUnavailableException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Items by price, straight from the database.
 */
@RestController
class AsyncDbController {

	private static final Log logger = LogFactory.getLog(AsyncDbController.class);

	private final PostgresDatabase database;

	AsyncDbController(PostgresDatabase database) {
		this.database = database;
	}

	@GetMapping(path = "/async-db", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<Items> items(@RequestParam(defaultValue = "10") int min, @RequestParam(defaultValue = "50") int max,
			@RequestParam(defaultValue = "50") int limit) {
		return this.database.itemsByPrice(min, max, PageWindow.clamp(limit))
			.map(Items::of)
			.onErrorResume(DatabaseUnavailableException.class, AsyncDbController::none);
	}

	/**
	 * The arena's contract for a database that is not there.
	 */
	private static Mono<Items> none(DatabaseUnavailableException ex) {
		logger.debug("No items for want of the database", ex);
		return Mono.just(Items.NONE);
	}

}
