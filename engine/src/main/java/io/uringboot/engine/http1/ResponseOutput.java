package io.uringboot.engine.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/**
 * Renders the parts of a response into the batch that the connection gathers, with the
 * fields that are the server's and the date.
 */
final class ResponseOutput {

	private static final byte[] NONE = new byte[0];

	private final ChannelHandlerContext ctx;

	private final OutputBatch batch;

	private final byte[] serverField;

	private byte[] date = NONE;

	ResponseOutput(ChannelHandlerContext ctx, OutputBatch batch, byte[] serverField) {
		this.ctx = ctx;
		this.batch = batch;
		this.serverField = serverField;
	}

	/** The date of all responses from now on. */
	void date(byte[] date) {
		this.date = date;
	}

	/** Starts a head whose fields the builder puts where they are sent from. */
	ResponseBuilder begin(ResponseBuilder builder, ResponseHead head) {
		int index = this.batch.reserve(ResponseHead.MAX_LENGTH + this.serverField.length + HeadOctets.OWN_FIELDS,
				this.ctx);
		return builder.begin(head, this.batch.bytes(), index);
	}

	/** Puts a head with constant fields. */
	void head(ResponseHead head, long length, boolean close, boolean http11) {
		int index = this.batch.reserve(head.octets.length + this.serverField.length + HeadOctets.OWN_FIELDS, this.ctx);
		this.batch.advanceTo(HeadOctets.putHead(head, length, close, http11, this.serverField, this.date,
				this.batch.bytes(), index));
	}

	/** Ends the head that {@link #begin} started. */
	void head(ResponseHead head, ResponseBuilder builder, long length, boolean close, boolean http11) {
		byte[] serverField = builder.server() ? NONE : this.serverField;
		this.batch.advanceTo(HeadOctets.putOwnFields(head, length, close, http11, serverField, this.date, builder.out(),
				builder.end()));
	}

	/**
	 * Puts a response that was rendered before.
	 * @param headOnly whether the content is left out
	 */
	void image(ResponseImage image, boolean headOnly, boolean close, boolean http11) {
		ResponseImage.Rendered rendered = image.rendered(this.serverField);
		byte[] octets = close ? rendered.closing : http11 ? rendered.persistent : rendered.persistent10;
		int headLength = octets.length - rendered.contentLength;
		int length = headOnly ? headLength : octets.length;
		int index = this.batch.reserve(length, this.ctx);
		byte[] out = this.batch.bytes();
		System.arraycopy(octets, 0, out, index, length);
		System.arraycopy(this.date, 0, out, index + headLength - HeadOctets.DATE_FROM_END, DateField.LENGTH);
		this.batch.advanceTo(index + length);
		ByteBuf content = image.largeContent();
		if (content != null && !headOnly) {
			this.batch.append(content.retainedDuplicate(), this.ctx);
		}
	}

	void content(byte[] content, int offset, int length) {
		this.batch.append(content, offset, length, this.ctx);
	}

	/** Takes over the buffer; a large one is not copied. */
	void content(ByteBuf content) {
		this.batch.append(content, this.ctx);
	}

}
