package io.uringboot.autoconfigure.differential;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Request parameters.
 */
@RestController
@RequestMapping("/param")
class ParameterController {

	private final Invocations invocations;

	ParameterController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/required")
	String required(@RequestParam String a) {
		this.invocations.count();
		return "a=" + a;
	}

	@GetMapping("/sum")
	String sum(@RequestParam int a, @RequestParam long b) {
		this.invocations.count();
		return Long.toString(a + b);
	}

	@GetMapping("/absent")
	String absent(@RequestParam(required = false) String a, @RequestParam(required = false) Integer b) {
		this.invocations.count();
		return "a=" + a + " b=" + b;
	}

	@GetMapping("/primitive")
	String primitive(@RequestParam(required = false) int a) {
		this.invocations.count();
		return "a=" + a;
	}

	@GetMapping("/default")
	String byDefault(@RequestParam(defaultValue = "7") int a,
			@RequestParam(defaultValue = "${differential.text:none}") String b) {
		this.invocations.count();
		return "a=" + a + " b=" + b;
	}

	@GetMapping("/optional")
	String optional(@RequestParam Optional<String> a, @RequestParam Optional<Long> b) {
		this.invocations.count();
		return "a=" + a + " b=" + b;
	}

	@GetMapping("/list")
	String list(@RequestParam List<Integer> a) {
		this.invocations.count();
		return "a=" + a;
	}

	@GetMapping("/array")
	String array(@RequestParam String[] a) {
		this.invocations.count();
		return "a=" + Arrays.toString(a);
	}

	@GetMapping("/set")
	String set(@RequestParam(required = false) Set<Colour> a) {
		this.invocations.count();
		return "a=" + a;
	}

	@GetMapping("/map")
	Map<String, String> map(@RequestParam Map<String, String> all) {
		this.invocations.count();
		return all;
	}

	@GetMapping("/multi")
	Map<String, List<String>> multi(@RequestParam MultiValueMap<String, String> all) {
		this.invocations.count();
		// As a MultiValueMap it would be written as a form, with random boundaries.
		return new LinkedHashMap<>(all);
	}

	@GetMapping("/types")
	String types(@RequestParam Boolean a, @RequestParam Colour b,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate c) {
		this.invocations.count();
		return a + " " + b + " " + c;
	}

	@GetMapping("/implicit")
	String implicit(String a, Integer b) {
		this.invocations.count();
		return "a=" + a + " b=" + b;
	}

	@GetMapping("/model")
	String model(@ModelAttribute Filter filter) {
		this.invocations.count();
		return "filter=" + filter.getA() + "," + filter.getB();
	}

	@PostMapping("/form")
	String form(Filter filter) {
		this.invocations.count();
		return "form=" + filter.getA() + "," + filter.getB();
	}

	/**
	 * Bound from parameters.
	 */
	static class Filter {

		private String a;

		private int b;

		public String getA() {
			return this.a;
		}

		public void setA(String a) {
			this.a = a;
		}

		public int getB() {
			return this.b;
		}

		public void setB(int b) {
			this.b = b;
		}

	}

}
