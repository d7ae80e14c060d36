package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.RequestHeads;
import io.uringboot.engine.http1.WrittenResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FastPathExchangeTests {

	private final FastPathExchange exchange = new FastPathExchange();

	@Test
	void hasThePathVariablesInTheirOrder() {
		start("/users/{id}/{part}/x/{last}", RequestHeads.of("GET", "/users/42/name/x/-7?id=1/2"), "");
		assertThat(this.exchange.path()).isEqualTo("/users/42/name/x/-7");
		assertThat(this.exchange.pathVariable(0)).isEqualTo("42");
		assertThat(this.exchange.pathVariable(1)).isEqualTo("name");
		assertThat(this.exchange.pathVariable(2)).isEqualTo("-7");
		assertThat(this.exchange.intPathVariable(0)).isEqualTo(42);
		assertThat(this.exchange.longPathVariable(2)).isEqualTo(-7);
		assertThat(this.exchange.intPathVariable(1)).isEqualTo(FastPathExchange.NOT_PLAIN);
		assertThat(this.exchange.longPathVariable(1)).isEqualTo(FastPathExchange.NOT_PLAIN);
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> this.exchange.pathVariable(3));
	}

	@Test
	void findsAVariableBehindEmptySegments() {
		start("//a//{x}/", RequestHeads.of("GET", "//a//b/"), "");
		assertThat(this.exchange.pathVariable(0)).isEqualTo("b");
	}

	@Test
	void hasTheFieldsByName() {
		start("/a", RequestHeads.of("GET", "/a", "X-One: 1", "x-ONE:  2\t", "X-Empty:"), "");
		assertThat(this.exchange.field(name("x-one"))).isEqualTo("1");
		assertThat(this.exchange.fields(name("x-one"))).containsExactly("1", "2");
		assertThat(this.exchange.hasField(name("x-empty"))).isTrue();
		assertThat(this.exchange.field(name("x-empty"))).isEmpty();
		assertThat(this.exchange.hasField(name("x-on"))).isFalse();
		assertThat(this.exchange.field(name("x-two"))).isNull();
		assertThat(this.exchange.fields(name("x-two"))).isEmpty();
	}

	@Test
	void hasTheContent() {
		start("/a", RequestHeads.of("POST", "/a"), "grün");
		assertThat(this.exchange.contentLength()).isEqualTo(5);
		assertThat(this.exchange.contentAsString(StandardCharsets.UTF_8)).isEqualTo("grün");
		assertThat(this.exchange.contentAsInt()).isEqualTo(FastPathExchange.NOT_PLAIN);
		assertThat(new String(this.exchange.content(), this.exchange.contentOffset(), 2, StandardCharsets.UTF_8))
			.isEqualTo("gr");
		start("/a", RequestHeads.of("POST", "/a"), "-20");
		assertThat(this.exchange.contentAsInt()).isEqualTo(-20);
		assertThat(this.exchange.contentAsLong()).isEqualTo(-20);
		start("/a", RequestHeads.of("POST", "/a"), "");
		assertThat(this.exchange.contentAsLong()).isEqualTo(FastPathExchange.NOT_PLAIN);
	}

	@Test
	void readsTheQueryOfEachRequest() {
		start("/a", RequestHeads.of("GET", "/a?x=1&y=2"), "");
		assertThat(this.exchange.query().count()).isEqualTo(2);
		this.exchange.end();
		start("/a", RequestHeads.of("GET", "/a?x=3"), "");
		assertThat(this.exchange.query().count()).isOne();
		assertThat(this.exchange.query().intValue(0)).isEqualTo(3);
	}

	@Test
	void tellsMethodAndPersistence() {
		start("/a", RequestHeads.of("GET", "/a"), "");
		assertThat(this.exchange.method()).isSameAs(HttpMethod.GET);
		assertThat(this.exchange.isKeepAlive()).isTrue();
		start("/a", RequestHeads.of("GET", "/a", "Connection: close"), "");
		assertThat(this.exchange.isKeepAlive()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void cannotBeUsedWhenTheHandlerHasReturned(int use) {
		start("/{a}", RequestHeads.of("GET", "/a?b=c"), "content");
		this.exchange.query();
		this.exchange.end();
		Consumer<FastPathExchange> access = switch (use) {
			case 0 -> FastPathExchange::head;
			case 1 -> FastPathExchange::method;
			case 2 -> FastPathExchange::path;
			case 3 -> (exchange) -> exchange.pathVariable(0);
			case 4 -> FastPathExchange::query;
			case 5 -> (exchange) -> exchange.field(name("host"));
			case 6 -> (exchange) -> exchange.contentAsString(StandardCharsets.UTF_8);
			default -> FastPathExchange::response;
		};
		assertThatIllegalStateException().isThrownBy(() -> access.accept(this.exchange))
			.withMessageContaining("until the handler returns");
	}

	private void start(String path, RequestHead head, String content) {
		Route route = Route.to((exchange) -> true, HttpMethod.GET, RoutePath.of(path), 100, 0);
		byte[] bytes = (" " + content).getBytes(StandardCharsets.UTF_8);
		this.exchange.start(route, head, bytes, 1, bytes.length - 1,
				new WrittenResponse("", false, true, false).writer());
	}

	private static byte[] name(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
