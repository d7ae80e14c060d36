package io.uringboot.engine.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.uringboot.engine.compression.Compression;
import io.uringboot.engine.http1.RequestHead;
import io.uringboot.engine.http1.ResponseHead;
import io.uringboot.engine.http1.ResponseImage;
import io.uringboot.engine.http1.ResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept in memory, with the states of the files that it was made of.
 */
final class KeptResponse {

	/** What an entry takes beside its octets, roughly. */
	private static final int OVERHEAD = 1024;

	/** Contents below this size are part of each of three renderings. */
	private static final int COPIED_CONTENT = 8 * 1024;

	private static final byte[] HEAD = ascii("HEAD");

	private static final byte[] ACCEPT_ENCODING = ascii("Accept-Encoding");

	private static final byte[] IF_NONE_MATCH = ascii("if-none-match");

	private static final byte[] IF_MODIFIED_SINCE = ascii("if-modified-since");

	private final ResponseImage image;

	private final @Nullable ResponseImage notModified;

	private final byte @Nullable [] entityTag;

	private final byte @Nullable [] lastModified;

	/** Value of {@code Content-Type} where a server that compresses may encode it. */
	private final @Nullable String encodableType;

	/** Whether it says already that the codings which the client takes matter. */
	private final boolean varying;

	private final int contentLength;

	private final FileState[] states;

	private final int weight;

	/** When the files were looked at last; threads may see an older time. */
	private long checkedNanos = System.nanoTime();

	/** Whether somebody used it since the cache looked; threads may see it late. */
	private boolean used;

	private KeptResponse(FileResponse response) {
		this.image = ResponseImage.of(head(HttpResponseStatus.OK, response.fields()), response.content());
		List<Map.Entry<String, String>> notModifiedFields = response.notModifiedFields();
		this.notModified = (notModifiedFields != null)
				? ResponseImage.of(head(HttpResponseStatus.NOT_MODIFIED, notModifiedFields), new byte[0]) : null;
		this.entityTag = value(response.fields(), "ETag");
		this.lastModified = value(response.fields(), "Last-Modified");
		this.states = response.states().toArray(FileState[]::new);
		byte[] contentType = value(response.fields(), "Content-Type");
		byte[] vary = value(response.fields(), "Vary");
		this.encodableType = (contentType != null && value(response.fields(), "Content-Encoding") == null)
				? new String(contentType, StandardCharsets.ISO_8859_1) : null;
		this.varying = vary != null && Arrays.equals(vary, ACCEPT_ENCODING);
		int length = response.content().length;
		this.contentLength = length;
		this.weight = OVERHEAD + ((length < COPIED_CONTENT) ? 4 * length : length);
	}

	/**
	 * Keeps an answer.
	 * @throws IllegalArgumentException if a field cannot be sent as it is
	 */
	static KeptResponse of(FileResponse response) {
		return new KeptResponse(response);
	}

	private static ResponseHead head(HttpResponseStatus status, List<Map.Entry<String, String>> fields) {
		ResponseHead head = ResponseHead.of(status);
		for (Map.Entry<String, String> field : fields) {
			head = field.getKey().equalsIgnoreCase("Content-Length")
					? head.withContentLength(Integer.parseInt(field.getValue()))
					: head.with(field.getKey(), field.getValue());
		}
		return head;
	}

	private static byte @Nullable [] value(List<Map.Entry<String, String>> fields, String name) {
		return fields.stream()
			.filter((field) -> field.getKey().equalsIgnoreCase(name))
			.map((field) -> field.getValue().getBytes(StandardCharsets.ISO_8859_1))
			.findFirst()
			.orElse(null);
	}

	/** Bytes that it takes, roughly. */
	int weight() {
		return this.weight;
	}

	/** Whether further changes of the files are sure to show. */
	boolean isSettled() {
		return Arrays.stream(this.states).allMatch(FileState::isSettled);
	}

	/** Whether the files are what they were when they were read. */
	boolean isCurrent() {
		for (FileState state : this.states) {
			if (!state.isCurrent()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the files are what they were at most so long ago.
	 */
	boolean isCurrent(long checkIntervalNanos) {
		if (checkIntervalNanos == 0) {
			return isCurrent();
		}
		long now = System.nanoTime();
		if (now - this.checkedNanos < checkIntervalNanos) {
			return true;
		}
		boolean current = isCurrent();
		if (current) {
			this.checkedNanos = now;
		}
		return current;
	}

	void use() {
		if (!this.used) {
			this.used = true;
		}
	}

	/** Whether it was used since this was asked last. */
	boolean takeUsed() {
		boolean used = this.used;
		this.used = false;
		return used;
	}

	/**
	 * Answers a request without other conditions than {@code If-None-Match} and
	 * {@code If-Modified-Since}. They are understood only where the client sends back
	 * what it was given; everything else is left to the standard path.
	 * @return whether the request has been answered
	 */
	boolean answer(RequestHead head, @Nullable Compression compression, ResponseWriter writer) {
		int tag = head.indexOfField(IF_NONE_MATCH, 0);
		int date = head.indexOfField(IF_MODIFIED_SINCE, 0);
		if (compression != null && isChangedBy(compression, head, tag >= 0 || date >= 0)) {
			return false;
		}
		if (tag < 0 && date < 0) {
			writer.write(this.image);
			return true;
		}
		if (head.methodIs(HEAD)) {
			return false; // reactor-netty answers 304 to it with a transfer coding
		}
		// RFC 9110 §13.2.2: the date counts only where there is no tag.
		boolean unchanged = (tag >= 0) ? isOnly(head, IF_NONE_MATCH, tag, this.entityTag)
				: isOnly(head, IF_MODIFIED_SINCE, date, this.lastModified);
		if (unchanged && this.notModified != null) {
			writer.write(this.notModified);
			return true;
		}
		return false;
	}

	/**
	 * Whether the standard path of a server that compresses sends other octets: encoded
	 * ones, or fields that tell that it might have.
	 */
	private boolean isChangedBy(Compression compression, RequestHead head, boolean conditional) {
		return this.encodableType != null && compression.isCompressible(this.encodableType, this.contentLength)
				&& (!this.varying || conditional || compression.chosen(head) != null);
	}

	private static boolean isOnly(RequestHead head, byte[] name, int index, byte @Nullable [] value) {
		return value != null && head.indexOfField(name, index + 1) < 0
				&& Arrays.equals(head.bytes(), head.valueStart(index), head.valueEnd(index), value, 0, value.length);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
