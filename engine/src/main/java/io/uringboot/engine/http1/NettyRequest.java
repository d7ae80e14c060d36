package io.uringboot.engine.http1;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/**
 * A head as the message that Netty's decoder would have made of it.
 */
final class NettyRequest {

	private static final DefaultHttpHeadersFactory CHECKED_ALREADY = DefaultHttpHeadersFactory.headersFactory()
		.withValidation(false);

	private NettyRequest() {
	}

	/** The message, which shares nothing with the head. */
	static HttpRequest of(RequestHead head) {
		DefaultHttpRequest request = new DefaultHttpRequest(
				head.isHttp11() ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0, head.method(), head.target(),
				CHECKED_ALREADY);
		HttpHeaders headers = request.headers();
		FieldLines fields = head.fields;
		int section = head.start + head.section;
		for (int i = 0; i < fields.count(); i++) {
			int name = fields.name(i);
			headers.add(new AsciiString(head.bytes, section + name, fields.nameEnd(i) - name, true),
					head.fieldValue(i));
		}
		return request;
	}

}
