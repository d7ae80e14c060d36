package io.uringboot.engine.fastpath;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.ThreadMXBean;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.http1.InPlaceResponder;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.RequestHeads;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.WrittenResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing is allocated between the parsed head and the batch, also not by the
 * interpreter, which leaves nothing out.
 */
class FastPathAllocationTests {

	private static final int REQUESTS = 200;

	private static final byte[] A = "a".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] ACCEPT = "accept".getBytes(StandardCharsets.US_ASCII);

	private static final ResponseHead OK = ResponseHead.of(HttpResponseStatus.OK).with("Content-Type", "text/plain");

	private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final InPlaceResponder responder = FastPath
		.of(FastPathRoutes.builder()
			.getAndHead("/constant",
					PreEncodedResponse.ok()
						.field("ETag", "\"v1\"")
						.content("ok".getBytes(StandardCharsets.US_ASCII))
						.build())
			.route(HttpMethod.GET, "/sum", 0, FastPathAllocationTests::sum)
			.route(HttpMethod.POST, "/sum", 10, FastPathAllocationTests::sum)
			.route(HttpMethod.GET, "/items/{id}/parts/{part}", 0, FastPathAllocationTests::variables)
			.route(HttpMethod.GET, "/declines", 0, (exchange) -> false)
			.build())
		.get();

	@ParameterizedTest
	@CsvSource({ "GET,/constant", "HEAD,/constant", "GET,/sum?b=1&a=20&c=%41", "POST,/sum?a=20",
			"GET,/items/17/parts/4", "GET,/declines", "GET,/unknown", "GET,/items/17/other/4" })
	void aRequestAllocatesNothing(String method, String target) {
		RequestHead head = RequestHeads.of(method, target, "Accept: */*", "If-None-Match: \"v0\", \"v1\"");
		boolean isHead = method.equals("HEAD");
		byte[] content = method.equals("POST") ? CONTENT : new byte[0];
		WrittenResponse response = new WrittenResponse("", isHead, true, false);
		request(head, content, response, isHead);
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < REQUESTS; i++) {
			request(head, content, response, isHead);
		}
		long allocated = this.threads.getCurrentThreadAllocatedBytes() - before;
		response.take((writer) -> {
		});
		assertThat(allocated / REQUESTS).isZero();
	}

	private void request(RequestHead head, byte[] content, WrittenResponse response, boolean isHead) {
		response.next(isHead);
		if (this.responder.accept(head) != InPlaceResponder.NOT_MINE) {
			this.responder.respond(head, content, 0, content.length, response.writer());
		}
	}

	private static boolean sum(FastPathExchange exchange) {
		QueryParameters query = exchange.query();
		long sum = query.intValue(query.indexOf(A, 0)) + (exchange.hasField(ACCEPT) ? 1 : 0);
		if (exchange.contentLength() > 0) {
			sum += exchange.contentAsInt();
		}
		exchange.response().write(OK, CONTENT, 0, (int) (sum & 7));
		return true;
	}

	private static boolean variables(FastPathExchange exchange) {
		long sum = exchange.intPathVariable(0) + exchange.longPathVariable(1);
		exchange.response().write(OK, CONTENT, 0, (int) (sum & 7));
		return true;
	}

}
