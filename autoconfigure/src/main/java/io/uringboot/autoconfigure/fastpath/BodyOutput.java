package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.compression.Compressor;
import io.uringboot.engine.compression.ContentCoding;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of one response goes when its octets are known: to the client, encoded
 * if the server compresses such responses and the client takes one of its codings.
 *
 * @param contentType value of the {@code Content-Type} field
 * @param compression the compression of the server, if it has one
 * @param coding the coding for this request, if the client takes one
 */
record BodyOutput(String contentType, @Nullable Compression compression, @Nullable ContentCoding coding) {

	/**
	 * Write a response. Event loop only.
	 * @param head status and fields
	 * @param content array with the body
	 * @param length octets of the body, from the beginning of the array
	 * @param response takes the response
	 */
	void write(ResponseHead head, byte[] content, int length, ResponseWriter response) {
		if (this.compression == null || !this.compression.isCompressible(this.contentType, length)) {
			response.write(head, content, 0, length);
			return;
		}
		ResponseHead varying = head.with("Vary", "Accept-Encoding");
		if (this.coding == null) {
			response.write(varying, content, 0, length);
			return;
		}
		Compressor compressor = this.compression.compressor(this.coding);
		int encoded = compressor.encode(content, 0, length);
		response.write(varying.with("Content-Encoding", this.coding.token().toString()), compressor.octets(), 0,
				encoded);
	}

}
