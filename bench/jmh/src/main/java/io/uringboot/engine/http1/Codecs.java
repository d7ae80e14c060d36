package io.uringboot.engine.http1;

import java.time.Duration;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.uringboot.bench.jmh.HarnessChannel;
import io.uringboot.bench.servers.CeilingHandler;
import io.uringboot.bench.servers.EngineRoutes;
import io.uringboot.engine.fastpath.FastPath;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServer;

/**
 * What can stand in a connection's pipeline to answer requests.
 */
public enum Codecs {

	/** Sends back what was received: what channel and buffers cost. */
	HARNESS {

		@Override
		HarnessChannel open() {
			return new HarnessChannel(new Echo());
		}

	},

	/** The hand-written handler that parses loosely. */
	CEILING {

		@Override
		HarnessChannel open() {
			return new HarnessChannel(new CeilingHandler());
		}

	},

	/** The engine, answering on the fast path. */
	ENGINE {

		@Override
		HarnessChannel open() {
			return new HarnessChannel(engine(FastPath.of(EngineRoutes.routes())));
		}

	},

	/** The engine, with a handler behind it that answers as Netty's messages. */
	ENGINE_STANDARD {

		@Override
		HarnessChannel open() {
			return new HarnessChannel(engine(null), new Messages());
		}

	},

	/** Netty's codec with the same handler behind it. */
	NETTY {

		@Override
		HarnessChannel open() {
			return new HarnessChannel(new HttpServerCodec(), new Messages());
		}

	};

	abstract HarnessChannel open();

	private static Http1ServerCodec engine(@Nullable Supplier<InPlaceResponder> responders) {
		return new Http1ServerCodec(new Http1Settings(HttpLimits.defaults(), null, responders, Duration.ZERO,
				HttpServer.create().configuration()));
	}

	private static final class Echo extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			ctx.write(message, ctx.voidPromise());
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext ctx) {
			ctx.flush();
		}

	}

	private static final class Messages extends ChannelInboundHandlerAdapter {

		private static final ByteBuf OK = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(new byte[2]));

		@Override
		public void channelRead(ChannelHandlerContext ctx, Object message) {
			boolean last = message instanceof LastHttpContent;
			ReferenceCountUtil.release(message);
			if (last) {
				FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
						OK.duplicate());
				response.headers()
					.set(HttpHeaderNames.CONTENT_TYPE, "text/plain;charset=UTF-8")
					.set(HttpHeaderNames.CONTENT_LENGTH, "2")
					.set(HttpHeaderNames.DATE, "Thu, 01 Jan 1970 00:00:00 GMT");
				ctx.write(response, ctx.voidPromise());
			}
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext ctx) {
			ctx.flush();
		}

	}

}
