package io.uringboot.autoconfigure.differential;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What else of a request can be an argument.
 */
@RestController
@RequestMapping("/request")
class RequestController {

	private final Invocations invocations;

	RequestController(Invocations invocations) {
		this.invocations = invocations;
	}

	@GetMapping("/header")
	String header(@RequestHeader("X-Number") int number) {
		this.invocations.count();
		return "number=" + number;
	}

	@GetMapping("/header-optional")
	String headerOptional(@RequestHeader(name = "X-Text", required = false) String text,
			@RequestHeader("X-Number") Optional<Integer> number,
			@RequestHeader(name = "User-Agent", defaultValue = "nobody") String agent) {
		this.invocations.count();
		return text + "," + number + "," + agent;
	}

	@GetMapping("/headers")
	String headers(@RequestHeader HttpHeaders headers) {
		this.invocations.count();
		return "accept=" + headers.get("Accept") + " text=" + headers.get("X-Text");
	}

	@GetMapping("/cookie")
	String cookie(@CookieValue String flavour) {
		this.invocations.count();
		return "flavour=" + flavour;
	}

	@GetMapping("/cookie-optional")
	String cookieOptional(@CookieValue(name = "flavour", defaultValue = "plain") String flavour,
			@CookieValue(required = false) Integer size) {
		this.invocations.count();
		return flavour + "," + size;
	}

	@GetMapping("/locale")
	String locale(Locale locale, TimeZone zone) {
		this.invocations.count();
		return locale.toLanguageTag() + " " + (zone != null);
	}

	@RequestMapping("/method")
	String method(HttpMethod method) {
		this.invocations.count();
		return "method=" + method;
	}

	@GetMapping("/principal")
	String principal(Principal principal) {
		this.invocations.count();
		return "principal=" + principal;
	}

	@GetMapping("/exchange")
	String exchange(ServerWebExchange exchange) {
		this.invocations.count();
		exchange.getResponse().getHeaders().set("X-Path", exchange.getRequest().getPath().value());
		exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
		return "query=" + exchange.getRequest().getURI().getRawQuery();
	}

	@GetMapping("/native")
	String nativeRequest(ServerHttpRequest request, UriComponentsBuilder builder) {
		this.invocations.count();
		return request.getQueryParams() + " " + builder.path("/x").build().getPath();
	}

	@GetMapping("/response")
	Mono<Void> response(ServerHttpResponse response) {
		this.invocations.count();
		response.addCookie(ResponseCookie.from("flavour", "oat").path("/").httpOnly(true).build());
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(new byte[] { 'r', 'a', 'w' })));
	}

	@GetMapping("/model")
	String model(Model model) {
		this.invocations.count();
		return "model=" + model.asMap().size();
	}

	@GetMapping("/attribute")
	String attribute(@RequestAttribute(required = false) String missing) {
		this.invocations.count();
		return "attribute=" + missing;
	}

	@GetMapping("/attribute-required")
	String attributeRequired(@RequestAttribute String missing) {
		this.invocations.count();
		return "attribute=" + missing;
	}

}
