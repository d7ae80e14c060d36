package io.uringboot.autoconfigure.differential;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Results with header fields and status.
 */
@RestController
@RequestMapping("/entity")
class EntityController {

	private final Invocations invocations;

	EntityController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/string")
	ResponseEntity<String> string() {
		this.invocations.count();
		return ResponseEntity.ok("entity");
	}

	@GetMapping("/bytes")
	ResponseEntity<byte[]> bytes() {
		this.invocations.count();
		return ResponseEntity.ok("bytes".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/record")
	ResponseEntity<Item> item() {
		this.invocations.count();
		return ResponseEntity.ok().header("X-Two", "first", "second").body(Item.of(9));
	}

	@PostMapping("/created")
	ResponseEntity<Item> created(@RequestBody Item item) {
		this.invocations.count();
		return ResponseEntity.created(URI.create("/entity/" + item.id())).body(item);
	}

	@GetMapping("/not-found")
	ResponseEntity<Void> notFound() {
		this.invocations.count();
		return ResponseEntity.notFound().build();
	}

	@GetMapping("/no-content")
	ResponseEntity<String> noContent() {
		this.invocations.count();
		return ResponseEntity.noContent().build();
	}

	@GetMapping("/status/{status}")
	ResponseEntity<String> status(@PathVariable int status) {
		this.invocations.count();
		return ResponseEntity.status(status).body("status " + status);
	}

	@GetMapping("/type")
	ResponseEntity<String> type() {
		this.invocations.count();
		return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<p>\u00fc</p>");
	}

	@GetMapping("/type-bytes")
	ResponseEntity<byte[]> typeBytes() {
		this.invocations.count();
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).contentLength(3).body(new byte[] { 1, 2, 3 });
	}

	@GetMapping("/unwritable-type")
	ResponseEntity<Item> unwritableType() {
		this.invocations.count();
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(Item.of(1));
	}

	@GetMapping("/etag")
	ResponseEntity<String> etag() {
		this.invocations.count();
		return ResponseEntity.ok().eTag("\"v1\"").cacheControl(CacheControl.noCache()).body("tagged");
	}

	@GetMapping("/modified")
	ResponseEntity<String> modified() {
		this.invocations.count();
		return ResponseEntity.ok().lastModified(Instant.ofEpochSecond(1_700_000_000)).body("dated");
	}

	@GetMapping("/own-fields")
	ResponseEntity<String> ownFields() {
		this.invocations.count();
		return ResponseEntity.ok()
			.header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
			.header("Server", "Own")
			.header("x-lower", "\u00fc")
			.body("own");
	}

	@GetMapping("/close")
	ResponseEntity<String> close() {
		this.invocations.count();
		return ResponseEntity.ok().header("Connection", "close").body("last");
	}

	@GetMapping("/http-entity")
	HttpEntity<String> httpEntity() {
		this.invocations.count();
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Entity", "yes");
		return new HttpEntity<>("http entity", headers);
	}

	@GetMapping("/headers")
	HttpHeaders headers() {
		this.invocations.count();
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Only", "fields");
		return headers;
	}

	@GetMapping("/wildcard")
	ResponseEntity<?> wildcard() {
		this.invocations.count();
		return ResponseEntity.status(HttpStatus.ACCEPTED).body(Item.of(2));
	}

	@GetMapping("/null")
	ResponseEntity<String> nothing() {
		this.invocations.count();
		return null;
	}

}
