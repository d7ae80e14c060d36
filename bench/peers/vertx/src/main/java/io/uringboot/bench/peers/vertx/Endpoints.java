package io.uringboot.bench.peers.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The endpoints as handlers of a router, on the event loop throughout, as nothing here
 * blocks.
 */
final class Endpoints {

	private static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain");

	private static final Buffer OK = Buffer.buffer("ok");

	private final Dataset dataset;

	Endpoints(Dataset dataset) {
		this.dataset = dataset;
	}

	Router router(Vertx vertx) {
		Router router = Router.router(vertx);
		router.get("/pipeline").handler((context) -> text(context, OK));
		router.get("/baseline11").handler((context) -> sum(context, "0"));
		router.post("/baseline11").handler(Endpoints::sumWithBody);
		router.get("/json/:count").handler(this::items);
		return router;
	}

	private static void sumWithBody(RoutingContext context) {
		context.request().body().onSuccess((body) -> sum(context, body.toString().strip())).onFailure(context::fail);
	}

	private static void sum(RoutingContext context, String third) {
		HttpServerRequest request = context.request();
		long sum;
		try {
			sum = (long) Integer.parseInt(request.getParam("a")) + Integer.parseInt(request.getParam("b"))
					+ Integer.parseInt(third);
		}
		catch (NumberFormatException ex) {
			context.fail(400);
			return;
		}
		text(context, Buffer.buffer(Long.toString(sum)));
	}

	private void items(RoutingContext context) {
		int count;
		int multiplier;
		try {
			count = Integer.parseInt(context.pathParam("count"));
			multiplier = Integer.parseInt(context.request().getParam("m", "1"));
		}
		catch (NumberFormatException ex) {
			context.fail(400);
			return;
		}
		context.json(this.dataset.process(count, multiplier));
	}

	private static void text(RoutingContext context, Buffer content) {
		context.response().putHeader(HttpHeaders.CONTENT_TYPE, TEXT).end(content);
	}

}
