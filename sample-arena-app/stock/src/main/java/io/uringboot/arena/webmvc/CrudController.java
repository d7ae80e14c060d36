package io.uringboot.arena.webmvc;

import java.util.Optional;

import io.uringboot.arena.cache.ItemCache;
import io.uringboot.arena.data.ChangedItem;
import io.uringboot.arena.data.Item;
import io.uringboot.arena.data.ItemChange;
import io.uringboot.arena.data.ItemPage;
import io.uringboot.arena.data.NewItem;
import io.uringboot.arena.data.PageWindow;

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

	private final JdbcDatabase database;

	private final ItemCache cache;

	CrudController(JdbcDatabase database, ItemCache cache) {
		this.database = database;
		this.cache = cache;
	}

	@GetMapping(path = "/crud/items", produces = MediaType.APPLICATION_JSON_VALUE)
	ItemPage list(@RequestParam(defaultValue = "electronics") String category,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "10") int limit) {
		PageWindow window = PageWindow.of(page, limit);
		return ItemPage.of(this.database.itemsOfCategory(category, window), window);
	}

	@GetMapping(path = "/crud/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Item> read(@PathVariable int id) {
		Item cached = this.cache.get(id);
		if (cached != null) {
			return ResponseEntity.ok().header(CACHE_FIELD, "HIT").body(cached);
		}
		Optional<Item> stored = this.database.item(id);
		stored.ifPresent(this.cache::put);
		return stored.map((item) -> ResponseEntity.ok().header(CACHE_FIELD, "MISS").body(item))
			.orElseThrow(CrudController::notFound);
	}

	@PostMapping(path = "/crud/items", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Item> create(@RequestBody NewItem body) {
		Item item = body.toItem();
		this.database.create(item);
		this.cache.evict(item.id());
		return ResponseEntity.status(HttpStatus.CREATED).body(item);
	}

	@PutMapping(path = "/crud/items/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	ChangedItem change(@PathVariable int id, @RequestBody ItemChange body) {
		if (!this.database.change(id, body)) {
			throw notFound();
		}
		this.cache.evict(id);
		return body.of(id);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such item");
	}

}
