package io.uringboot.autoconfigure.differential;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Paths and what is taken from them.
 */
@RestController
@RequestMapping("/path")
class PathController {

	private final Invocations invocations;

	PathController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/string/{value}")
	String string(@PathVariable String value) {
		this.invocations.count();
		return "string=" + value;
	}

	@GetMapping("/int/{value}")
	String integer(@PathVariable int value) {
		this.invocations.count();
		return "int=" + value;
	}

	@GetMapping("/long/{value}")
	String longNumber(@PathVariable("value") long number) {
		this.invocations.count();
		return "long=" + number;
	}

	@GetMapping("/boxed/{value}")
	String boxed(@PathVariable Integer value) {
		this.invocations.count();
		return "boxed=" + value;
	}

	@GetMapping("/boolean/{value}")
	String bool(@PathVariable boolean value) {
		this.invocations.count();
		return "boolean=" + value;
	}

	@GetMapping("/double/{value}")
	String fraction(@PathVariable double value) {
		this.invocations.count();
		return "double=" + value;
	}

	@GetMapping("/uuid/{value}")
	String uuid(@PathVariable UUID value) {
		this.invocations.count();
		return "uuid=" + value;
	}

	@GetMapping("/colour/{value}")
	String colour(@PathVariable Colour value) {
		this.invocations.count();
		return "colour=" + value;
	}

	@GetMapping("/date/{value}")
	String date(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate value) {
		this.invocations.count();
		return "date=" + value;
	}

	@GetMapping({ "/optional", "/optional/{value}" })
	String optional(@PathVariable Optional<String> value) {
		this.invocations.count();
		return "optional=" + value;
	}

	@GetMapping("/two/{first}/and/{second}")
	String two(@PathVariable String first, @PathVariable int second) {
		this.invocations.count();
		return first + "," + second;
	}

	@GetMapping("/all/{first}/{second}")
	Map<String, String> all(@PathVariable Map<String, String> variables) {
		this.invocations.count();
		return variables;
	}

	@GetMapping("/digits/{value:[0-9]+}")
	String digits(@PathVariable String value) {
		this.invocations.count();
		return "digits=" + value;
	}

	@GetMapping("/rest/{*rest}")
	String rest(@PathVariable String rest) {
		this.invocations.count();
		return "rest=" + rest;
	}

	@GetMapping("/wild/*/end")
	String wild() {
		this.invocations.count();
		return "wild";
	}

	@GetMapping("/overlap/{id}")
	String overlapVariable(@PathVariable String id) {
		this.invocations.count();
		return "variable " + id;
	}

	@GetMapping("/overlap/literal")
	String overlapLiteral() {
		this.invocations.count();
		return "literal";
	}

	@GetMapping("/matrix/{value}")
	String matrix(@PathVariable String value, @MatrixVariable(required = false) List<String> m) {
		this.invocations.count();
		return value + ";" + m;
	}

	@GetMapping
	String bare() {
		this.invocations.count();
		return "bare";
	}

	@GetMapping("/Case-Sensitive.txt")
	String caseSensitive() {
		this.invocations.count();
		return "case";
	}

	@GetMapping("/with space/\u00fcber")
	String notAscii() {
		this.invocations.count();
		return "\u00fcber";
	}

}
