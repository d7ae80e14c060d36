package io.uringboot.autoconfigure.fastpath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is said of {@link PreEncoded} where it cannot be.
 */
@ExtendWith(OutputCaptureExtension.class)
class PreEncodedMisuseTests {

	@Test
	void arguments(CapturedOutput output) {
		assertRefused(WithArguments.class, output, "WithArguments#get", "it has arguments", "Remove the arguments.");
	}

	@Test
	void anotherMethodThanGet(CapturedOutput output) {
		assertRefused(Posting.class, output, "Posting#post", "it is mapped to [POST]", "with @GetMapping");
	}

	@Test
	void allMethods(CapturedOutput output) {
		assertRefused(AllMethods.class, output, "AllMethods#all", "it is mapped to all methods", "with @GetMapping");
	}

	@Test
	void aStream(CapturedOutput output) {
		assertRefused(Streaming.class, output, "Streaming#stream", "it returns Flux", "Return the value itself.");
	}

	@Test
	void aView(CapturedOutput output) {
		assertRefused(Viewing.class, output, "Viewing#view", "it does not return a response body", "@ResponseBody");
	}

	@Test
	void aStatusWithoutBody(CapturedOutput output) {
		assertRefused(WithoutContent.class, output, "WithoutContent#get", "it answers with status 204",
				"Use a status that has a body.");
	}

	@Test
	void aRefreshThatIsNoTime(CapturedOutput output) {
		assertRefused(Often.class, output, "Often#get", "its refresh is 'often'", "like 10s or PT10S");
	}

	@Test
	void aRefreshOfNoTime(CapturedOutput output) {
		assertRefused(Always.class, output, "Always#get", "its refresh is '0s'", "greater than zero");
	}

	@Test
	void alsoWithoutFastPath(CapturedOutput output) {
		assertRefused(Posting.class, output, "Posting#post", "it is mapped to [POST]", "with @GetMapping",
				"uring.fast-path.enabled=false");
	}

	private static void assertRefused(Class<?> controller, CapturedOutput output, String method, String problem,
			String remedy, String... properties) {
		assertThatException().isThrownBy(() -> StartedApplication.of(controller, properties).close());
		String text = output.getAll();
		assertThat(text.substring(text.indexOf("APPLICATION FAILED TO START"))).contains("@PreEncoded cannot be on",
				method, problem, remedy, "Or remove @PreEncoded.");
	}

	@RestController
	static class WithArguments {

		@GetMapping("/")
		@PreEncoded
		String get(@RequestParam String name) {
			return name;
		}

	}

	@RestController
	static class Posting {

		@PostMapping("/")
		@PreEncoded
		String post() {
			return "";
		}

	}

	@RestController
	static class AllMethods {

		@RequestMapping("/")
		@PreEncoded
		String all() {
			return "";
		}

	}

	@RestController
	static class Streaming {

		@GetMapping("/")
		@PreEncoded
		Flux<String> stream() {
			return Flux.empty();
		}

	}

	@Controller
	static class Viewing {

		@GetMapping("/")
		@PreEncoded
		String view() {
			return "view";
		}

	}

	@RestController
	static class WithoutContent {

		@GetMapping("/")
		@PreEncoded
		@ResponseStatus(HttpStatus.NO_CONTENT)
		String get() {
			return "";
		}

	}

	@RestController
	static class Often {

		@GetMapping("/")
		@PreEncoded(refresh = "often")
		String get() {
			return "";
		}

	}

	@RestController
	static class Always {

		@GetMapping("/")
		@PreEncoded(refresh = "0s")
		String get() {
			return "";
		}

	}

}
