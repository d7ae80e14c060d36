package io.uringboot.engine.fastpath;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHeads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FastPathRoutesTests {

	private static final FastPathHandler HANDLER = (exchange) -> false;

	private final FastPathRoutes.Builder builder = FastPathRoutes.builder();

	@Test
	void findsALiteralRouteByItsMethod() {
		get("/a").route(HttpMethod.POST, "/a", 5, HANDLER);
		assertThat(find("GET", "/a")).isEqualTo("GET /a");
		assertThat(find("POST", "/a?x=/b")).isEqualTo("POST /a");
		assertThat(find("PUT", "/a")).isNull();
		assertThat(find("get", "/a")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/A", "/a/", "//a", "/a//", "/aa", "/a/b", "/b" })
	void matchesLiteralsExactly(String path) {
		get("/a");
		assertThat(find("GET", path)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/json", "/json/", "/json//", "//5", "/json/5/", "/json/5/6", "/jso/5", "/JSON/5" })
	void aVariableStandsForOneWholeSegment(String path) {
		get("/json/{count}");
		assertThat(find("GET", "/json/5")).isEqualTo("GET /json/{count}");
		assertThat(find("GET", path)).isNull();
	}

	@Test
	void aRouteForGetDoesNotTakeHead() {
		get("/a").getAndHead("/b", HANDLER);
		assertThat(find("HEAD", "/a")).isNull();
		assertThat(find("HEAD", "/b")).isEqualTo("HEAD /b");
		assertThat(find("GET", "/b")).isEqualTo("GET /b");
	}

	@Test
	void prefersTheLiteralRouteWhereItTakesTheMethod() {
		get("/items/{id}").route(HttpMethod.POST, "/items/{id}", 0, HANDLER);
		get("/items/new");
		assertThat(find("GET", "/items/new")).isEqualTo("GET /items/new");
		assertThat(find("POST", "/items/new")).isEqualTo("POST /items/{id}");
	}

	@Test
	void prefersFewerVariablesThenTheLongerPath() {
		get("/{a}/{b}/c");
		get("/{a}/b/c");
		get("/x/{b}/{c}");
		get("/xyz/{b}/{c}");
		assertThat(find("GET", "/x/b/c")).isEqualTo("GET /{a}/b/c");
		assertThat(find("GET", "/xyz/q/c")).isEqualTo("GET /xyz/{b}/{c}");
	}

	@Test
	void leavesWhatIsAmbiguousToTheStandardPath() {
		get("/a/{x}/c");
		get("/a/b/{y}");
		assertThat(find("GET", "/a/b/c")).isEqualTo("standard");
		assertThat(find("GET", "/a/b/d")).isEqualTo("GET /a/b/{y}");
		assertThat(find("GET", "/a/d/c")).isEqualTo("GET /a/{x}/c");
	}

	@Test
	void anAmbiguityEndsWhereABetterRouteMatches() {
		get("/a/{x}/c/{z}");
		get("/a/b/{y}/{z}");
		get("/{w}/b/c/d");
		assertThat(find("GET", "/a/b/c/d")).isEqualTo("GET /{w}/b/c/d");
		assertThat(find("GET", "/a/b/c/e")).isEqualTo("standard");
	}

	@Test
	void standardRoutesTakeWhatTheyMatchBest() {
		get("/items/{id}").standard("/items/new").standard(HttpMethod.GET, "/items/{id}/{part}");
		get("/items/{id}/name");
		assertThat(find("GET", "/items/new")).isEqualTo("standard");
		assertThat(find("GET", "/items/1")).isEqualTo("GET /items/{id}");
		assertThat(find("GET", "/items/1/other")).isEqualTo("standard");
		assertThat(find("GET", "/items/1/name")).isEqualTo("GET /items/{id}/name");
	}

	@Test
	void standardRoutesWinOverHandledOnesOfTheSamePath() {
		get("/a").standard("/a");
		get("/b/{x}").standard(HttpMethod.GET, "/b/{y}").route(HttpMethod.POST, "/b/{x}", 0, HANDLER);
		assertThat(find("GET", "/a")).isEqualTo("standard");
		assertThat(find("GET", "/b/1")).isEqualTo("standard");
		assertThat(find("POST", "/b/1")).isEqualTo("POST /b/{x}");
	}

	@Test
	void refusesTwoRoutesForTheSameRequestsAndNamesBoth() {
		get("/json/{count}");
		assertThatIllegalArgumentException().isThrownBy(() -> get("/json/{n}"))
			.withMessageContaining("GET /json/{count}")
			.withMessageContaining("GET /json/{n}");
		assertThatIllegalArgumentException().isThrownBy(() -> get("/a").getAndHead("/a", HANDLER))
			.withMessageContaining("GET /a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "/a b", "/ä", "/a%41", "/a;b", "/*", "/a/**", "/{*rest}", "/{id:[0-9]+}",
			"/{id}.json", "/x{id}", "/{}", "/{1}", "/{a b}", "/a?b", "/{a}{b}" })
	void refusesPathsThatAreNotSimple(String path) {
		assertThat(FastPathRoutes.isSupported(path)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> get(path)).withMessageContaining("'" + path + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a", "/a/", "/a//b", "/a-b_c.d~e/0", "/{id}", "/{user-id}/x/{_y}/" })
	void takesSimplePaths(String path) {
		get(path);
		assertThat(FastPathRoutes.isSupported(path)).isTrue();
		assertThat(find("GET", path.replace("{", "").replace("}", ""))).isEqualTo("GET " + path);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 16 * 1024 * 1024 + 1 })
	void refusesAContentLengthOutOfRange(int maxContentLength) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.route(HttpMethod.POST, "/a", maxContentLength, HANDLER))
			.withMessageContaining("maxContentLength");
	}

	@Test
	void withoutRoutesEverythingIsForTheStandardPath() {
		assertThat(FastPathRoutes.none().find(RequestHeads.of("GET", "/"))).isNull();
	}

	@Test
	void prefixComesBehindAllOthers() {
		this.builder.getAndHeadBelow("/static/", HANDLER).getAndHeadBelow("/static/img/", HANDLER);
		get("/static/a").route(HttpMethod.POST, "/static/b", 0, HANDLER);
		get("/{x}/variable").standard("/static/standard");
		assertThat(find("GET", "/static/a")).isEqualTo("GET /static/a");
		assertThat(find("HEAD", "/static/a")).isEqualTo("HEAD /static/**");
		assertThat(find("GET", "/static/b")).isEqualTo("GET /static/**");
		assertThat(find("GET", "/static/variable")).isEqualTo("GET /{x}/variable");
		assertThat(find("GET", "/static/standard")).isEqualTo("standard");
		assertThat(find("GET", "/static/x/y.css?v=1")).isEqualTo("GET /static/**");
		assertThat(find("GET", "/static/img/a")).isEqualTo("GET /static/img/**");
		assertThat(find("POST", "/static/x")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/static", "/static/", "/stati/c", "/staticx/a", "//static/a", "/STATIC/a" })
	void prefixTakesOnlyWhatGoesOnBehindIt(String path) {
		this.builder.getAndHeadBelow("/static/", HANDLER);
		assertThat(find("GET", path)).isNull();
	}

	@Test
	void prefixMayBeTheRoot() {
		this.builder.getAndHeadBelow("/", HANDLER);
		assertThat(find("GET", "/a/b")).isEqualTo("GET /**");
		assertThat(find("GET", "/")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "static/", "/static", "/{x}/", "/a b/", "/a/**" })
	void refusesPrefixesThatAreNotPlain(String prefix) {
		assertThat(FastPathRoutes.isSupportedPrefix(prefix)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.getAndHeadBelow(prefix, HANDLER))
			.withMessageContaining("'" + prefix + "'");
	}

	@Test
	void refusesAPrefixTwice() {
		this.builder.getAndHeadBelow("/a/", HANDLER);
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.getAndHeadBelow("/a/", HANDLER))
			.withMessageContaining("GET /a/**");
	}

	private FastPathRoutes.Builder get(String path) {
		return this.builder.route(HttpMethod.GET, path, 0, HANDLER);
	}

	private String find(String method, String target) {
		Route route = this.builder.build().find(RequestHeads.of(method, target));
		return (route == null) ? null : (route.handler != null) ? route.toString() : "standard";
	}

}
