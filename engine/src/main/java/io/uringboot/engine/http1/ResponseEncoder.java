package io.uringboot.engine.http1;

import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;

/**
 * Netty's encoder for the responses of the standard path, told which request it answers:
 * there is only one at a time.
 */
final class ResponseEncoder extends HttpResponseEncoder {

	private boolean head;

	private boolean connect;

	void answers(RequestHead request) {
		this.head = request.methodCode == Methods.HEAD;
		this.connect = request.methodCode == Methods.CONNECT;
	}

	/** Encodes a message, which is released, into buffers. */
	void encodeTo(ChannelHandlerContext ctx, Object message, List<Object> buffers) throws Exception {
		encode(ctx, message, buffers);
	}

	@Override
	protected boolean isContentAlwaysEmpty(HttpResponse response) {
		return this.head || super.isContentAlwaysEmpty(response);
	}

	@Override
	protected void sanitizeHeadersBeforeEncode(HttpResponse response, boolean alwaysEmpty) {
		if (!alwaysEmpty && this.connect && response.status().codeClass() == HttpStatusClass.SUCCESS) {
			// RFC 9112 §6.1: no Transfer-Encoding in a 2xx answer to CONNECT
			response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
			return;
		}
		super.sanitizeHeadersBeforeEncode(response, alwaysEmpty);
	}

}
