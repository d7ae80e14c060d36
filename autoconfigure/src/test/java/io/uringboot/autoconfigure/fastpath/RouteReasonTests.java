package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Why single handler methods stay on the standard path.
 */
class RouteReasonTests {

	private static FastPathServer server;

	@BeforeAll
	static void start() {
		server = FastPathServer.start(Application.class, "uring.fast-path.exclude=/excluded/**");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain", "/plain/{id}", "/entity", "/mono", "/json", "/body", "/shared", "/twice" })
	void isCompiled(String pattern) {
		assertThat(routes(pattern)).singleElement().satisfies((route) -> assertThat(route.reason()).isNull());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			/any-method             | it is mapped for all methods
			/head                   | it is mapped for methods other than
			/params                 | its mapping looks at more than method, path and media types
			/headers                | its mapping looks at more than method, path and media types
			/cors                   | CORS is configured for it
			/cors-class             | CORS is configured for it
			/excluded/one           | it is left out by uring.fast-path.include or exclude
			/regex/{id:[0-9]+}      | its path is more than literals and variables of a whole segment
			/rest/{*path}           | its path is more than literals and variables of a whole segment
			/by-type                | another handler method is mapped to the same method and path
			/overlapped/{id}        | "'/overlapped/n{id}' may match the same paths"
			/consumes               | it consumes a media type but has no argument for the content
			/xml                    | WebFlux reads or writes it in a way that the fast path does not know
			/no-content             | it answers with status 204
			/flux                   | it returns Flux
			/void                   | it returns void
			/mono-void              | it returns Void
			/object                 | the type of its body is not declared
			/wildcard               | the type of its body is not declared
			/problem                | it returns ProblemDetail
			/view-name              | it does not return a response body
			/two-views              | it has a @JsonView of several classes
			/exchange               | parameter 0 of type ServerWebExchange is resolved by WebFlux only
			/optional               | parameter 0 of type Optional is resolved by WebFlux only
			/all-parameters         | parameter 0 of type Map is resolved by WebFlux only
			/all-fields             | parameter 0 of type HttpHeaders is resolved by WebFlux only
			/model                  | parameter 0 of type Form is resolved by WebFlux only
			/optional-body          | parameter 0 of type String is a content that need not be there
			/viewed-body            | parameter 0 of type Form has a @JsonView
			/mono-body              | parameter 0 of type Mono is resolved by WebFlux only
			/placeholder            | parameter 'q' has a placeholder or an expression
			/other-variable/{id}    | the path has no variable 'name'
			/binder                 | there is an @InitBinder method for it
			/model-attribute        | there is a @ModelAttribute method for it
			/session                | its controller has @SessionAttributes
			/asks-handler-method    | an @ExceptionHandler for it asks for the HandlerMethod
			/advised                | there is a @ModelAttribute method for it
			/prototype              | its controller is not a singleton
			""")
	void staysOnTheStandardPath(String pattern, String reason) {
		assertThat(routes(pattern)).isNotEmpty()
			.allSatisfy((route) -> assertThat(route.reason()).isNotNull().startsWith(reason));
	}

	@Test
	void methodsWithoutArgumentsHaveNoUseForABinder() {
		assertThat(routes("/binder-unused")).singleElement().satisfies((route) -> assertThat(route.reason()).isNull());
	}

	@Test
	void convertersOfTheApplicationAreUsed() {
		assertThat(server.get("/plain/7").body()).isEqualTo("7");
		assertThat(server.get("/form?form=a").body()).isEqualTo("converted a");
	}

	@Test
	void patternsThatAreNotCompiledWinWhereTheyAreLonger() {
		assertThat(server.get("/overlapped/n1").body()).isEqualTo("longer");
		assertThat(server.get("/overlapped/a").body()).isEqualTo("text");
	}

	private static List<FastPathReport.Route> routes(String pattern) {
		return server.report().routes().stream().filter((route) -> route.pattern().equals(pattern)).toList();
	}

	record Form(String name) {

	}

	interface One {

	}

	interface Other {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Plain.class, Mapped.class, Cors.class, Results.class, Views.class, Arguments.class, Binder.class,
			Model.class, Session.class, AsksHandlerMethod.class, Advised.class, Advice.class, Prototype.class,
			FormConverter.class })
	static class Application {

	}

	static class FormConverter implements Converter<String, Form> {

		@Override
		public Form convert(String source) {
			return new Form("converted " + source);
		}

	}

	@RestController
	static class Plain {

		@GetMapping("/plain")
		String plain() {
			return "plain";
		}

		@GetMapping("/plain/{id}")
		String variable(@PathVariable int id) {
			return Integer.toString(id);
		}

		@GetMapping("/entity")
		ResponseEntity<String> entity() {
			return ResponseEntity.ok("entity");
		}

		@GetMapping("/mono")
		Mono<String> mono() {
			return Mono.just("mono");
		}

		@GetMapping("/json")
		List<Form> json() {
			return List.of(new Form("name"));
		}

		@PostMapping("/body")
		String body(@RequestBody Form form) {
			return form.name();
		}

		@GetMapping({ "/shared", "/twice" })
		String two() {
			return "two";
		}

		@GetMapping("/form")
		String form(@RequestParam Form form) {
			return form.name();
		}

	}

	@RestController
	static class Mapped {

		@RequestMapping("/any-method")
		String anyMethod() {
			return "";
		}

		@RequestMapping(path = "/head", method = RequestMethod.HEAD)
		String head() {
			return "";
		}

		@GetMapping(path = "/params", params = "a")
		String params() {
			return "";
		}

		@GetMapping(path = "/headers", headers = "a")
		String headers() {
			return "";
		}

		@CrossOrigin
		@GetMapping("/cors")
		String cors() {
			return "";
		}

		@GetMapping("/excluded/one")
		String excluded() {
			return "";
		}

		@GetMapping("/regex/{id:[0-9]+}")
		String regex() {
			return "";
		}

		@GetMapping("/rest/{*path}")
		String rest() {
			return "";
		}

		@GetMapping(path = "/by-type", produces = "text/plain")
		String text() {
			return "";
		}

		@GetMapping(path = "/by-type", produces = "application/json")
		Form json() {
			return new Form("");
		}

		@GetMapping("/overlapped/n{id}")
		String longer() {
			return "longer";
		}

		@GetMapping("/overlapped/{id}")
		String overlapped(@PathVariable String id) {
			return "text";
		}

		@PostMapping(path = "/consumes", consumes = "text/plain")
		String consumes() {
			return "";
		}

		@GetMapping(path = "/xml", produces = "application/xml")
		Form xml() {
			return new Form("");
		}

	}

	@RestController
	@CrossOrigin
	static class Cors {

		@GetMapping("/cors-class")
		String cors() {
			return "";
		}

	}

	@RestController
	static class Results {

		@GetMapping("/no-content")
		@ResponseStatus(HttpStatus.NO_CONTENT)
		String noContent() {
			return "";
		}

		@GetMapping("/flux")
		Flux<String> flux() {
			return Flux.empty();
		}

		@GetMapping("/void")
		void nothing() {
		}

		@GetMapping("/mono-void")
		Mono<Void> monoVoid() {
			return Mono.empty();
		}

		@GetMapping("/object")
		Object object() {
			return "";
		}

		@GetMapping("/wildcard")
		ResponseEntity<?> wildcard() {
			return ResponseEntity.ok("");
		}

		@GetMapping("/problem")
		ProblemDetail problem() {
			return ProblemDetail.forStatus(400);
		}

		@GetMapping("/two-views")
		@JsonView({ One.class, Other.class })
		Form twoViews() {
			return new Form("");
		}

		@GetMapping("/resource")
		Resource resource() {
			return new ByteArrayResource(new byte[1]);
		}

	}

	@Controller
	static class Views {

		@GetMapping("/view-name")
		String view() {
			return "view";
		}

	}

	@RestController
	static class Arguments {

		@GetMapping("/exchange")
		String exchange(ServerWebExchange exchange) {
			return "";
		}

		@GetMapping("/optional")
		String optional(@RequestParam Optional<String> value) {
			return "";
		}

		@GetMapping("/all-parameters")
		String all(@RequestParam Map<String, String> values) {
			return "";
		}

		@GetMapping("/all-fields")
		String fields(@RequestHeader(required = false) HttpHeaders headers) {
			return "";
		}

		@GetMapping("/model")
		String model(Form form) {
			return "";
		}

		@PostMapping("/optional-body")
		String optionalBody(@RequestBody(required = false) String body) {
			return "";
		}

		@PostMapping("/viewed-body")
		String viewedBody(@RequestBody @JsonView(One.class) Form body) {
			return "";
		}

		@PostMapping("/mono-body")
		String monoBody(@RequestBody Mono<String> body) {
			return "";
		}

		@GetMapping("/placeholder")
		String placeholder(@RequestParam(name = "q", defaultValue = "${unknown:none}") String q) {
			return "";
		}

		@GetMapping("/other-variable/{id}")
		String otherVariable(@PathVariable String name) {
			return "";
		}

	}

	@RestController
	static class Binder {

		@InitBinder
		void init(WebDataBinder binder) {
		}

		@GetMapping("/binder")
		String binder(@RequestParam String value) {
			return "";
		}

		@GetMapping("/binder-unused")
		String unused() {
			return "";
		}

	}

	@RestController
	static class Model {

		@ModelAttribute
		Form form() {
			return new Form("");
		}

		@GetMapping("/model-attribute")
		String model() {
			return "";
		}

	}

	@RestController
	@SessionAttributes("form")
	static class Session {

		@GetMapping("/session")
		String session() {
			return "";
		}

	}

	@RestController
	static class AsksHandlerMethod {

		@ExceptionHandler
		String failed(IllegalStateException ex, HandlerMethod method) {
			return "";
		}

		@GetMapping("/asks-handler-method")
		String get() {
			return "";
		}

	}

	@RestController
	static class Advised {

		@GetMapping("/advised")
		String get() {
			return "";
		}

	}

	@RestControllerAdvice(assignableTypes = Advised.class)
	static class Advice {

		@ModelAttribute
		Form form() {
			return new Form("");
		}

	}

	@RestController
	@Scope("prototype")
	static class Prototype {

		@GetMapping("/prototype")
		String get() {
			return "";
		}

	}

}
