package io.uringboot.arena.webflux;

import io.uringboot.arena.data.ChangedItem;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.ItemChange;
import io.uringboot.arena.data.ItemPage;
import io.uringboot.arena.data.NewItem;
import io.uringboot.arena.data.PageWindow;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Items to list, read, create and change. A single item is looked for in the cache first.
 */
@RestController
class CrudController {

	private static final String CACHE_FIELD = "X-Cache";

	private final PostgresDatabase database;

	private final ReactiveItemCache cache;

	CrudController(PostgresDatabase database, ReactiveItemCache cache) {
		this.database = database;
		this.cache = cache;
	}

	@GetMapping(path = "/crud/items", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ItemPage> list(@RequestParam(defaultValue = "electronics") String category,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "10") int limit) {
		PageWindow window = PageWindow.of(page, limit);
		return this.database.itemsOfCategory(category, window).map((items) -> ItemPage.of(items, window));
	}

	@GetMapping(path = "/crud/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Item>> read(@PathVariable int id) {
		// Assembled here, on the thread of the request, though a remote cache answers on
		// another one
		Mono<ResponseEntity<Item>> stored = this.database.item(id)
			.flatMap((item) -> this.cache.put(item).thenReturn(item))
			.map((item) -> ResponseEntity.ok().header(CACHE_FIELD, "MISS").body(item))
			.switchIfEmpty(Mono.error(CrudController::notFound));
		return this.cache.get(id)
			.map((item) -> ResponseEntity.ok().header(CACHE_FIELD, "HIT").body(item))
			.switchIfEmpty(stored);
	}

	@PostMapping(path = "/crud/items", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Item>> create(@RequestBody NewItem body) {
		Item item = body.toItem();
		return this.database.create(item)
			.then(this.cache.evict(item.id()))
			.thenReturn(ResponseEntity.status(HttpStatus.CREATED).body(item));
	}

	@PutMapping(path = "/crud/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ChangedItem> change(@PathVariable int id, @RequestBody ItemChange body) {
		return this.database.change(id, body)
			.flatMap((found) -> found ? this.cache.evict(id) : Mono.error(CrudController::notFound))
			.thenReturn(body.of(id));
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such item");
	}

}
