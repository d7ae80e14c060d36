package io.uringboot.arena.web;

import io.uringboot.arena.data.Dataset;
import io.uringboot.arena.data.ProcessedItems;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Items of the data set as JSON, made and serialized for every request.
 */
@RestController
class JsonController {

	private final Dataset dataset;

	JsonController(Dataset dataset) {
		this.dataset = dataset;
	}

	@GetMapping(path = "/json/{count}", produces = MediaType.APPLICATION_JSON_VALUE)
	ProcessedItems items(@PathVariable int count, @RequestParam(name = "m", defaultValue = "1") int multiplier) {
		return this.dataset.process(count, multiplier);
	}

}
