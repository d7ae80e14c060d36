package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/**
 * Requests that leave HTTP/1.1 on the connection (RFC 9110 §7.8, §9.3.6). Netty's
 * WebSocket handshake looks for Netty's own codec, so that one is put back before the
 * request is passed on.
 */
final class Upgrades {

	private static final byte[] UPGRADE = "upgrade".getBytes(StandardCharsets.US_ASCII);

	private Upgrades() {
	}

	/**
	 * Whether the request asks for WebSocket or a tunnel. Other upgrades are not offered,
	 * so such requests are ordinary ones (RFC 9110 §7.8: a server may ignore the field).
	 */
	static boolean isProtocolSwitch(RequestHead head) {
		if (!head.hasNoContent() || !head.isHttp11()) {
			return false;
		}
		return head.methodCode == Methods.CONNECT
				|| (head.isUpgrade() && head.methodCode == Methods.GET && asksForWebSocket(head));
	}

	private static boolean asksForWebSocket(RequestHead head) {
		for (int i = head.indexOfField(UPGRADE, 0); i >= 0; i = head.indexOfField(UPGRADE, i + 1)) {
			if (head.fieldValue(i).toLowerCase(Locale.ROOT).contains("websocket")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Puts Netty's codec in the place of ours and passes the request on to it.
	 * @param input the request head and what came behind it
	 */
	static void stepAside(ChannelHandlerContext ctx, Http1Settings settings, ByteBuf input, int headLength,
			boolean connect) {
		String name = ctx.name();
		UpgradeGuard guard = new UpgradeGuard(settings, connect);
		ctx.pipeline().replace(ctx.handler(), name, new HttpServerCodec(decoderConfig(settings.limits())));
		ctx.pipeline().addBefore(name, UpgradeGuard.NAME, guard);
		guard.forward(input, headLength);
	}

	private static HttpDecoderConfig decoderConfig(HttpLimits limits) {
		return new HttpDecoderConfig().setMaxInitialLineLength(limits.maxRequestLine())
			.setMaxHeaderSize(limits.maxFieldSection());
	}

}
