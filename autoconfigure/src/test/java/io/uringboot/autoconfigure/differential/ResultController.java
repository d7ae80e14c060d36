package io.uringboot.autoconfigure.differential;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonView;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Values returned as content.
 */
@RestController
@RequestMapping("/result")
class ResultController {

	private final Invocations invocations;

	ResultController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/string")
	String string() {
		this.invocations.count();
		return "text \u00fc\u20ac";
	}

	@GetMapping("/empty-string")
	String emptyString() {
		this.invocations.count();
		return "";
	}

	@GetMapping("/long-string")
	String longString() {
		this.invocations.count();
		return "0123456789".repeat(3000);
	}

	@GetMapping("/bytes")
	byte[] bytes() {
		this.invocations.count();
		return "bytes".getBytes(StandardCharsets.UTF_8);
	}

	@GetMapping("/record")
	Item item() {
		this.invocations.count();
		return Item.of(3);
	}

	@GetMapping("/bean")
	Account bean() {
		this.invocations.count();
		return Account.of("Ada");
	}

	@GetMapping("/view")
	@JsonView(Account.PublicView.class)
	Account view() {
		this.invocations.count();
		return Account.of("Grace");
	}

	@GetMapping("/list")
	List<Item> list() {
		this.invocations.count();
		return List.of(Item.of(1), Item.of(2));
	}

	@GetMapping("/map")
	Map<String, Object> map() {
		this.invocations.count();
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("b", 1);
		map.put("a", null);
		map.put("when", Instant.EPOCH);
		map.put("much", new BigDecimal("1.50"));
		map.put("maybe", Optional.of("x"));
		return map;
	}

	@GetMapping("/int")
	int integer() {
		this.invocations.count();
		return 42;
	}

	@GetMapping("/boolean")
	Boolean bool() {
		this.invocations.count();
		return true;
	}

	@GetMapping("/enum")
	Colour colour() {
		this.invocations.count();
		return Colour.GREEN;
	}

	@GetMapping("/object")
	Object object() {
		this.invocations.count();
		return Item.of(5);
	}

	@GetMapping("/null-string")
	String nullString() {
		this.invocations.count();
		return null;
	}

	@GetMapping("/null-record")
	Item nullRecord() {
		this.invocations.count();
		return null;
	}

	@GetMapping("/void")
	void nothing() {
		this.invocations.count();
	}

	@DeleteMapping("/void-status")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void nothingWithStatus() {
		this.invocations.count();
	}

	@GetMapping("/status")
	@ResponseStatus(code = HttpStatus.CREATED, reason = "reasoned")
	String status() {
		this.invocations.count();
		return "created";
	}

	@GetMapping("/null-status")
	@ResponseStatus(HttpStatus.ACCEPTED)
	String nullStatus() {
		this.invocations.count();
		return null;
	}

	@GetMapping("/resource")
	Resource resource() {
		this.invocations.count();
		return new ByteArrayResource("the content of a resource".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/problem")
	ProblemDetail problem() {
		this.invocations.count();
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "conflicting");
	}

	@GetMapping(path = "/produces-plain", produces = MediaType.TEXT_PLAIN_VALUE)
	String producesPlain() {
		this.invocations.count();
		return "plain \u00fc";
	}

	@GetMapping(path = "/produces-latin", produces = "text/plain;charset=ISO-8859-1")
	String producesLatin() {
		this.invocations.count();
		return "latin \u00fc";
	}

	@GetMapping(path = "/produces-json", produces = MediaType.APPLICATION_JSON_VALUE)
	Item producesJson() {
		this.invocations.count();
		return Item.of(6);
	}

	@GetMapping(path = "/produces-json-text", produces = MediaType.APPLICATION_JSON_VALUE)
	String producesJsonText() {
		this.invocations.count();
		return "{\"raw\":\"\u00fc\"}";
	}

	@GetMapping(path = "/produces-two", produces = { "text/plain", "application/json" })
	String producesTwo() {
		this.invocations.count();
		return "\"two\"";
	}

	@GetMapping(path = "/produces-vendor", produces = "application/vnd.example+json")
	Item producesVendor() {
		this.invocations.count();
		return Item.of(8);
	}

	@GetMapping(path = "/produces-octets", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	byte[] producesOctets() {
		this.invocations.count();
		return new byte[] { 0, 1, -1 };
	}

}
