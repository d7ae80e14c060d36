package io.uringboot.autoconfigure.differential;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Mappings that share a path or have conditions.
 */
@RestController
class ConditionController {

	private final Invocations invocations;

	ConditionController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/same")
	String sameGet() {
		this.invocations.count();
		return "get";
	}

	@PostMapping("/same")
	String samePost(@RequestBody(required = false) String body) {
		this.invocations.count();
		return "post " + body;
	}

	@PutMapping("/same")
	String samePut() {
		this.invocations.count();
		return "put";
	}

	@DeleteMapping("/same")
	String sameDelete() {
		this.invocations.count();
		return "delete";
	}

	@RequestMapping(path = "/explicit", method = RequestMethod.GET)
	String explicitGet() {
		this.invocations.count();
		return "explicit get";
	}

	@RequestMapping(path = "/explicit", method = RequestMethod.HEAD)
	ResponseEntity<Void> explicitHead() {
		this.invocations.count();
		return ResponseEntity.noContent().header("X-Explicit", "head").build();
	}

	@RequestMapping(path = "/explicit", method = RequestMethod.OPTIONS)
	ResponseEntity<Void> explicitOptions() {
		this.invocations.count();
		return ResponseEntity.ok().header("Allow", "GET, OPTIONS").build();
	}

	@RequestMapping("/any-method")
	String anyMethod() {
		this.invocations.count();
		return "any method";
	}

	@GetMapping({ "/alias-one", "/alias-two" })
	String aliases() {
		this.invocations.count();
		return "alias";
	}

	@GetMapping(path = "/by-accept", produces = MediaType.APPLICATION_JSON_VALUE)
	Item byAcceptJson() {
		this.invocations.count();
		return Item.of(1);
	}

	@GetMapping(path = "/by-accept", produces = MediaType.TEXT_PLAIN_VALUE)
	String byAcceptText() {
		this.invocations.count();
		return "text";
	}

	@PostMapping(path = "/by-type", consumes = MediaType.APPLICATION_JSON_VALUE)
	String byTypeJson(@RequestBody Map<String, Object> body) {
		this.invocations.count();
		return "json " + body.size();
	}

	@PostMapping(path = "/by-type", consumes = MediaType.TEXT_PLAIN_VALUE)
	String byTypeText(@RequestBody String body) {
		this.invocations.count();
		return "text " + body.length();
	}

	@GetMapping(path = "/by-param", params = "mode=a")
	String byParamA() {
		this.invocations.count();
		return "a";
	}

	@GetMapping(path = "/by-param", params = "mode!=a")
	String byParamOther() {
		this.invocations.count();
		return "other";
	}

	@GetMapping(path = "/needs-param", params = "needed")
	String needsParam() {
		this.invocations.count();
		return "needed";
	}

	@GetMapping(path = "/by-header", headers = "X-Text=a")
	String byHeader() {
		this.invocations.count();
		return "header";
	}

	@GetMapping("/any/**")
	String catchAll() {
		this.invocations.count();
		return "any";
	}

	@GetMapping("/any/literal")
	String besideCatchAll() {
		this.invocations.count();
		return "literal beside any";
	}

	@GetMapping("/trailing/")
	String trailingSlash() {
		this.invocations.count();
		return "trailing";
	}

	@CrossOrigin("https://friend.example")
	@GetMapping("/cross-origin")
	String crossOrigin() {
		this.invocations.count();
		return "shared";
	}

}
