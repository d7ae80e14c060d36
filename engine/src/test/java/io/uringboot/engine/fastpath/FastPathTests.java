package io.uringboot.engine.fastpath;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.http1.InPlaceResponder;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.RequestHeads;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.WrittenResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

class FastPathTests {

	private static final ResponseHead OK = ResponseHead.of(HttpResponseStatus.OK);

	private static final FastPathHandler ANSWERING = (exchange) -> {
		exchange.response().write(OK);
		return true;
	};

	private static final FastPathHandler DECLINING = (exchange) -> false;

	@Test
	void countsWhatBecameOfRequests() {
		FastPathHandler failing = (exchange) -> {
			throw new IllegalArgumentException("expected");
		};
		FastPath fastPath = FastPath.of(FastPathRoutes.builder()
			.route(HttpMethod.GET, "/answered", 0, ANSWERING)
			.route(HttpMethod.POST, "/declined/{x}", 0, DECLINING)
			.route(HttpMethod.GET, "/failed", 0, failing)
			.standard("/standard")
			.build());
		InPlaceResponder responder = fastPath.get();
		assertThat(request(responder, "GET", "/answered")).isTrue();
		assertThat(request(responder, "GET", "/answered")).isTrue();
		assertThat(request(responder, "POST", "/declined/1")).isFalse();
		assertThat(responder.accept(RequestHeads.of("GET", "/standard"))).isEqualTo(InPlaceResponder.NOT_MINE);
		assertThat(catchThrowable(() -> request(responder, "GET", "/failed"))).hasMessage("expected");
		assertThat(fastPath.statistics()).containsExactly(new RouteStatistics(HttpMethod.GET, "/answered", 2, 0, 0),
				new RouteStatistics(HttpMethod.POST, "/declined/{x}", 0, 1, 0),
				new RouteStatistics(HttpMethod.GET, "/failed", 0, 0, 1));
	}

	@Test
	void countsEachRequestByThePathThatItTook() {
		FastPathHandler failing = (exchange) -> {
			throw new IllegalArgumentException("expected");
		};
		FastPath fastPath = FastPath.of(FastPathRoutes.builder()
			.route(HttpMethod.GET, "/answered", 0, ANSWERING)
			.route(HttpMethod.GET, "/declined", 0, DECLINING)
			.route(HttpMethod.GET, "/failed", 0, failing)
			.build());
		assertThat(fastPath.totals()).isEqualTo(new RequestTotals(0, 0, 0));
		InPlaceResponder responder = fastPath.get();
		for (int i = 0; i < 3; i++) {
			request(responder, "GET", "/answered");
		}
		request(responder, "GET", "/declined");
		responder.leftToStandardPath();
		assertThat(catchThrowable(() -> request(responder, "GET", "/failed"))).hasMessage("expected");
		assertThat(fastPath.totals()).isEqualTo(new RequestTotals(3, 1, 1));
		responder.passedOn();
		assertThat(fastPath.totals()).isEqualTo(new RequestTotals(2, 2, 1));
		fastPath.replaceRoutes(FastPathRoutes.none());
		assertThat(fastPath.totals()).isEqualTo(new RequestTotals(2, 2, 1));
	}

	@Test
	void sumsTheCountsOfAllEventLoops() throws InterruptedException {
		FastPath fastPath = FastPath.of(FastPathRoutes.builder().route(HttpMethod.GET, "/a", 0, ANSWERING).build());
		List<Thread> loops = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			Thread loop = new Thread(() -> {
				InPlaceResponder one = fastPath.get();
				InPlaceResponder other = fastPath.get();
				for (int j = 0; j < 500; j++) {
					request(one, "GET", "/a");
					request(other, "GET", "/a");
				}
			});
			loop.start();
			loops.add(loop);
		}
		for (Thread loop : loops) {
			loop.join();
		}
		assertThat(fastPath.statistics().get(0).answered()).isEqualTo(4000);
	}

	@Test
	void hasRoomForCountersOfManyRoutes() {
		FastPathRoutes.Builder builder = FastPathRoutes.builder();
		for (int i = 0; i < 200; i++) {
			builder.route(HttpMethod.GET, "/" + i, 0, ANSWERING);
		}
		FastPath fastPath = FastPath.of(builder.build());
		InPlaceResponder responder = fastPath.get();
		for (int i = 199; i >= 0; i--) {
			request(responder, "GET", "/" + i);
		}
		assertThat(fastPath.statistics()).hasSize(200).allMatch((statistics) -> statistics.answered() == 1);
	}

	@Test
	void replacesItsRoutesForOpenConnectionsAndKeepsTheCounts() {
		FastPath fastPath = FastPath.of(FastPathRoutes.builder()
			.route(HttpMethod.GET, "/old", 0, ANSWERING)
			.route(HttpMethod.GET, "/both", 0, ANSWERING)
			.build());
		InPlaceResponder responder = fastPath.get();
		request(responder, "GET", "/old");
		request(responder, "GET", "/both");
		FastPathRoutes replacement = FastPathRoutes.builder()
			.route(HttpMethod.GET, "/new", 0, ANSWERING)
			.route(HttpMethod.GET, "/both", 0, DECLINING)
			.build();
		fastPath.replaceRoutes(replacement);
		assertThat(fastPath.routes()).isSameAs(replacement);
		assertThat(responder.accept(RequestHeads.of("GET", "/old"))).isEqualTo(InPlaceResponder.NOT_MINE);
		request(responder, "GET", "/new");
		request(responder, "GET", "/both");
		assertThat(fastPath.statistics()).containsExactly(new RouteStatistics(HttpMethod.GET, "/new", 1, 0, 0),
				new RouteStatistics(HttpMethod.GET, "/both", 1, 1, 0));
	}

	@Test
	void finishesARequestWithTheRouteThatAcceptedIt() {
		FastPath fastPath = FastPath.of(FastPathRoutes.builder().route(HttpMethod.GET, "/a", 0, ANSWERING).build());
		InPlaceResponder responder = fastPath.get();
		RequestHead head = RequestHeads.of("GET", "/a");
		responder.accept(head);
		fastPath.replaceRoutes(FastPathRoutes.none());
		assertThat(WrittenResponse.to(false, (writer) -> responder.respond(head, new byte[0], 0, 0, writer)))
			.startsWith("HTTP/1.1 200 OK");
	}

	@Test
	void findsOutHandlersThatContradictThemselves() {
		AtomicBoolean answers = new AtomicBoolean();
		FastPathHandler contradicting = (exchange) -> {
			if (answers.get()) {
				exchange.response().write(OK);
			}
			return !answers.get();
		};
		InPlaceResponder responder = FastPath
			.of(FastPathRoutes.builder().route(HttpMethod.GET, "/a", 0, contradicting).build())
			.get();
		assertThatIllegalStateException().isThrownBy(() -> request(responder, "GET", "/a"))
			.withMessageContaining("'GET /a' returned true but has not answered");
		answers.set(true);
		assertThatIllegalStateException().isThrownBy(() -> request(responder, "GET", "/a"))
			.withMessageContaining("'GET /a' has answered but returned false");
	}

	private static boolean request(InPlaceResponder responder, String method, String target) {
		RequestHead head = RequestHeads.of(method, target);
		assertThat(responder.accept(head)).isZero();
		return responder.respond(head, new byte[0], 0, 0, new WrittenResponse("", false, true, false).writer());
	}

}
