package io.uringboot.engine.http1;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A whole response as octets, for what never changes: rendered once, after that only
 * copied, with the date patched. It is what
 * {@link ResponseWriter#write(ResponseHead, byte[], int, int)} makes of the same head and
 * content. Immutable.
 */
public final class ResponseImage {

	final ResponseHead head;

	private final int contentLength;

	/** The content that is copied with the head; empty if it is large. */
	private final byte[] smallContent;

	private final @Nullable ByteBuf largeContent;

	/**
	 * Rendered for the server that used this image last. Not volatile: it is immutable,
	 * and a thread that does not see it renders another one with the same octets.
	 */
	private @Nullable Rendered rendered;

	private ResponseImage(ResponseHead head, byte[] content) {
		boolean large = content.length >= OutputBatch.LARGE;
		this.head = head;
		this.contentLength = content.length;
		this.smallContent = large ? new byte[0] : content.clone();
		this.largeContent = large ? directCopy(content) : null;
	}

	/**
	 * The image of a response.
	 * @param head status and constant fields
	 * @param content the content, empty where the status allows none; it is copied
	 * @return the image
	 * @throws IllegalArgumentException if the status allows no content but there is some,
	 * or if the head tells another length
	 */
	public static ResponseImage of(ResponseHead head, byte[] content) {
		if (!head.allowsContent() && content.length > 0) {
			throw new IllegalArgumentException("a response with status " + head.status + " has no content");
		}
		head.checkLength(content.length);
		return new ResponseImage(head, content);
	}

	/** Belongs to the garbage collector: it lives as long as an answer needs it. */
	private static ByteBuf directCopy(byte[] content) {
		ByteBuffer buffer = ByteBuffer.allocateDirect(content.length);
		buffer.put(content).flip();
		return Unpooled.wrappedBuffer(buffer.asReadOnlyBuffer());
	}

	/** The content, if it is not part of the rendered octets. */
	@Nullable ByteBuf largeContent() {
		return this.largeContent;
	}

	Rendered rendered(byte[] serverField) {
		Rendered rendered = this.rendered;
		if (rendered == null || rendered.serverField != serverField) {
			rendered = new Rendered(serverField, this);
			this.rendered = rendered;
		}
		return rendered;
	}

	private byte[] render(boolean close, boolean http11, byte[] serverField) {
		byte[] content = this.smallContent;
		byte[] octets = new byte[this.head.octets.length + serverField.length + HeadOctets.OWN_FIELDS + content.length];
		int end = HeadOctets.putHead(this.head, this.contentLength, close, http11, serverField,
				new DateField().octets(), octets, 0);
		System.arraycopy(content, 0, octets, end, content.length);
		return Arrays.copyOf(octets, end + content.length);
	}

	/** The octets for one server, for each way in which the connection may go on. */
	static final class Rendered {

		private final byte[] serverField;

		final byte[] persistent;

		final byte[] persistent10;

		final byte[] closing;

		/** Octets of content at the end of each of the arrays. */
		final int contentLength;

		private Rendered(byte[] serverField, ResponseImage image) {
			this.serverField = serverField;
			this.persistent = image.render(false, true, serverField);
			this.persistent10 = image.render(false, false, serverField);
			this.closing = image.render(true, true, serverField);
			this.contentLength = image.smallContent.length;
		}

	}

}
