package io.uringboot.engine.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaders;
import io.uringboot.engine.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the preconditions of a GET or HEAD request against the validators of a
 * representation (RFC 9110 §13.1), in the order of §13.2.2.
 */
final class Preconditions {

	enum Outcome {

		MET, NOT_MODIFIED, FAILED

	}

	private enum Condition {

		ABSENT, TRUE, FALSE;

		static Condition of(boolean holds) {
			return holds ? TRUE : FALSE;
		}

	}

	private static final byte[] NOTHING = new byte[0];

	private static final String IF_MATCH = "if-match";

	private static final String IF_UNMODIFIED_SINCE = "if-unmodified-since";

	private static final String IF_NONE_MATCH = "if-none-match";

	private static final String IF_MODIFIED_SINCE = "if-modified-since";

	private static final byte[] IF_MATCH_OCTETS = ascii(IF_MATCH);

	private static final byte[] IF_UNMODIFIED_SINCE_OCTETS = ascii(IF_UNMODIFIED_SINCE);

	private static final byte[] IF_NONE_MATCH_OCTETS = ascii(IF_NONE_MATCH);

	private static final byte[] IF_MODIFIED_SINCE_OCTETS = ascii(IF_MODIFIED_SINCE);

	private final byte[] entityTag;

	private final byte[] lastModified;

	private final long lastModifiedMillis;

	/**
	 * Creates the preconditions for a representation.
	 * @param entityTag the value of its {@code ETag} field, if it has one
	 * @param lastModified the value of its {@code Last-Modified} field, if it has one
	 * @throws IllegalArgumentException if a value does not have the syntax of its field
	 */
	Preconditions(@Nullable String entityTag, @Nullable String lastModified) {
		this.entityTag = (entityTag != null) ? latin1(entityTag) : NOTHING;
		this.lastModified = (lastModified != null) ? latin1(lastModified) : NOTHING;
		if (entityTag != null && !EntityTags.isEntityTag(this.entityTag)) {
			throw new IllegalArgumentException("'" + entityTag + "' is not an entity tag");
		}
		Date date = (lastModified != null) ? DateFormatter.parseHttpDate(lastModified) : null;
		if (lastModified != null && date == null) {
			throw new IllegalArgumentException("'" + lastModified + "' is not an HTTP date");
		}
		this.lastModifiedMillis = (date != null) ? date.getTime() : 0;
	}

	Outcome evaluate(RequestHead head) {
		return outcome(tags(head, IF_MATCH_OCTETS, false), date(head, IF_UNMODIFIED_SINCE_OCTETS),
				tags(head, IF_NONE_MATCH_OCTETS, true), date(head, IF_MODIFIED_SINCE_OCTETS));
	}

	Outcome evaluate(HttpHeaders headers) {
		return outcome(tags(headers, IF_MATCH, false), date(headers, IF_UNMODIFIED_SINCE),
				tags(headers, IF_NONE_MATCH, true), date(headers, IF_MODIFIED_SINCE));
	}

	/**
	 * RFC 9110 §13.2.2. Of the two fields with dates it is told whether the
	 * representation has not changed since.
	 */
	private static Outcome outcome(Condition match, Condition unmodifiedSince, Condition noneMatch,
			Condition notModifiedSince) {
		if (match == Condition.FALSE || (match == Condition.ABSENT && unmodifiedSince == Condition.FALSE)) {
			return Outcome.FAILED;
		}
		boolean notModified = noneMatch == Condition.TRUE
				|| (noneMatch == Condition.ABSENT && notModifiedSince == Condition.TRUE);
		return notModified ? Outcome.NOT_MODIFIED : Outcome.MET;
	}

	/** Whether one of the tags is that of the representation. */
	private Condition tags(RequestHead head, byte[] name, boolean weak) {
		Condition condition = Condition.ABSENT;
		for (int i = head.indexOfField(name, 0); i >= 0; i = head.indexOfField(name, i + 1)) {
			if (EntityTags.matches(head.bytes(), head.valueStart(i), head.valueEnd(i), this.entityTag, weak)) {
				return Condition.TRUE;
			}
			condition = Condition.FALSE;
		}
		return condition;
	}

	private Condition tags(HttpHeaders headers, String name, boolean weak) {
		Condition condition = Condition.ABSENT;
		for (String value : headers.getAll(name)) {
			byte[] octets = latin1(value);
			if (EntityTags.matches(octets, 0, octets.length, this.entityTag, weak)) {
				return Condition.TRUE;
			}
			condition = Condition.FALSE;
		}
		return condition;
	}

	/**
	 * Whether the representation has not changed since the date, if there is a valid one.
	 */
	private Condition date(RequestHead head, byte[] name) {
		int index = head.indexOfField(name, 0);
		if (index < 0 || head.indexOfField(name, index + 1) >= 0 || this.lastModified.length == 0) {
			return Condition.ABSENT;
		}
		boolean same = Arrays.equals(head.bytes(), head.valueStart(index), head.valueEnd(index), this.lastModified, 0,
				this.lastModified.length);
		return same ? Condition.TRUE : date(head.fieldValue(index));
	}

	private Condition date(HttpHeaders headers, String name) {
		List<String> values = headers.getAll(name);
		return (values.size() != 1 || this.lastModified.length == 0) ? Condition.ABSENT : date(values.get(0));
	}

	/** RFC 9110 §13.1.3: what is not a date is ignored. */
	private Condition date(String value) {
		Date date = DateFormatter.parseHttpDate(value);
		return (date == null) ? Condition.ABSENT : Condition.of(this.lastModifiedMillis <= date.getTime());
	}

	private static byte[] latin1(String value) {
		return value.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

}
