package io.uringboot.autoconfigure.differential;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.autoconfigure.differential.Answer.Ending;

/**
 * Everything in which answers to well-formed requests differ from those of Boot's own
 * server, in the order in which it comes about. What is refused is found in
 * {@link RefusedRequest}.
 */
enum IntendedDifference {

	/**
	 * Boot's server resets a connection that it closes with unread content, which can
	 * take the answer away from the client. The engine reads on for a while.
	 */
	ORDERLY_CLOSE {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			return (plain.ending() == Ending.RESET) ? plain.withEnding(Ending.CLOSED) : plain;
		}

	},

	/**
	 * Boot's server throws content away that was written and flushed before a failure, if
	 * the failure comes at once. The engine sends it.
	 */
	CONTENT_BEFORE_FAILURE {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			boolean lost = request.route().equals("GET /failure/partial") && plain.ending() == Ending.TRUNCATED
					&& plain.statusLine().endsWith(" 200 OK") && plain.content().isEmpty();
			return lost ? plain.withContent("5\r\nbegun\r\n") : plain;
		}

	},

	/**
	 * With {@code Expect}, an error ends the connection unless the content has been
	 * received completely at that moment:
	 * {@code HttpServerOperations.beforeMarkSentHeaders()}, which is in both servers. A
	 * thread beside the event loop finds it either way, so that each of the servers
	 * answers the same request in both ways. So does Boot's server where an error comes
	 * from the midst of the content: it reads when its 100 has been written, which is at
	 * once with NIO and with the engine, but on io_uring later, often behind the end of
	 * the content.
	 */
	ERROR_BESIDE_CONTENT {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			boolean beside = isUnasked(request, plain) ? isContentEarly(scenario, request)
					: request.route().equals(READS_PARTS) && !request.waiting();
			if (!beside || !request.expects() || request.closing() || plain.statusLine().startsWith("HTTP/1.1 2")) {
				return plain;
			}
			List<String> fields = new ArrayList<>(plain.fields());
			if (plain.ending() == Ending.CLOSED && engine.ending() == Ending.OPEN && fields.remove(CLOSE)) {
				return plain.withFields(fields).withEnding(Ending.OPEN);
			}
			int place = engine.fields().indexOf(CLOSE);
			if (plain.ending() == Ending.OPEN && engine.ending() == Ending.CLOSED && place >= 0) {
				fields.add(Math.min(place, fields.size()), CLOSE);
				return plain.withFields(fields).withEnding(Ending.CLOSED);
			}
			return plain;
		}

	},

	/**
	 * A final response has a {@code Date} (RFC 9110 §6.6.1), the application's own if it
	 * has set one.
	 */
	DATE {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			if (plain.statusLine().isEmpty()) {
				return plain;
			}
			String date = engine.fields()
				.stream()
				.filter(IntendedDifference::isCurrentDate)
				.findFirst()
				.orElse("Date: (now)");
			if (plain.fields().stream().anyMatch((field) -> field.startsWith(DATE_FIELD))) {
				// The engine without its fast path may answer in another second.
				return plain
					.withFields(plain.fields().stream().map((field) -> isCurrentDate(field) ? date : field).toList());
			}
			List<String> fields = new ArrayList<>(plain.fields());
			// Netty's encoder sets the length of a 205 behind all handlers.
			boolean reset = plain.statusLine().contains(" 205 ") && fields.remove("content-length: 0");
			fields.add(date);
			return (reset ? plain.withFields(fields).withField("content-length: 0") : plain.withFields(fields));
		}

	},

	/**
	 * The version is the server's own (RFC 9110 §6.2), HTTP/1.0 knows no chunks (RFC 9112
	 * §6.1), and what becomes of the connection is said. Boot's server echoes the version
	 * and sends chunks.
	 */
	HTTP_1_0 {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			if (!request.isHttp10() || plain.statusLine().isEmpty()) {
				return plain;
			}
			List<String> fields = new ArrayList<>(plain.fields());
			fields.removeIf((field) -> field.toLowerCase(java.util.Locale.ROOT).startsWith("connection:"));
			boolean chunked = fields.remove("transfer-encoding: chunked");
			int last = fields.size() - 1;
			boolean dated = last >= 0 && fields.get(last).startsWith(DATE_FIELD);
			fields.add(dated ? last : last + 1, CLOSE);
			String statusLine = plain.statusLine().replace("HTTP/1.0", "HTTP/1.1");
			String content = chunked ? unchunked(plain.content()) : plain.content();
			boolean cutOff = chunked && plain.ending() == Ending.TRUNCATED;
			return new Answer(plain.interim(), statusLine, fields, content, cutOff ? Ending.CLOSED : plain.ending());
		}

	},

	/**
	 * Whether content follows that the client was not asked for cannot be known, hence
	 * the connection ends (RFC 9110 §10.1.1). Boot's server takes what follows as a
	 * request, or as content, as it comes. Where the content may be there before the
	 * response, nothing is uncertain if it is, and the connection goes on as with Boot's
	 * server: the next exchange takes the same one.
	 */
	UNMET_EXPECTATION {

		@Override
		Answer expected(Scenario scenario, Request request, Answer plain, Answer engine) {
			if (!isUnasked(request, plain) || (engine.ending() == Ending.OPEN && isContentEarly(scenario, request))) {
				return plain;
			}
			return switch (plain.ending()) {
				case OPEN -> plain.withField(CLOSE).withEnding(Ending.CLOSED);
				// What breaks off later has said it, too.
				case TRUNCATED -> isSilent(plain) ? plain.withField(CLOSE) : plain;
				default -> plain;
			};
		}

	};

	/** Decodes content as it comes; the other routes do so when all of it has come. */
	private static final String READS_PARTS = "POST /body/flux";

	private static final String CLOSE = "connection: close";

	private static final String DATE_FIELD = "Date: ";

	/**
	 * What the engine is to answer.
	 * @param scenario how the application is configured
	 * @param request the request
	 * @param plain what Boot's server has answered, with what stands before this
	 * difference
	 * @param engine what the engine has answered, for values that change
	 * @return the same answer if this difference does not show
	 */
	abstract Answer expected(Scenario scenario, Request request, Answer plain, Answer engine);

	/** Whether the client expects to be asked for its content, and was not. */
	private static boolean isUnasked(Request request, Answer answer) {
		return request.expects() && answer.interim().isEmpty();
	}

	/** Whether a response has begun that says nothing of the connection's end. */
	private static boolean isSilent(Answer answer) {
		return !answer.statusLine().isEmpty() && !answer.fields().contains(CLOSE);
	}

	/** Whether the content may be there before the response is made. */
	private static boolean isContentEarly(Scenario scenario, Request request) {
		return !request.waiting() && scenario.answersLater(request);
	}

	private static boolean isCurrentDate(String field) {
		if (!field.startsWith(DATE_FIELD)) {
			return false;
		}
		try {
			Instant date = ZonedDateTime
				.parse(field.substring(DATE_FIELD.length()), DateTimeFormatter.RFC_1123_DATE_TIME)
				.toInstant();
			return Duration.between(date, Instant.now()).abs().toMinutes() < 1;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static String unchunked(String chunks) {
		StringBuilder content = new StringBuilder();
		int index = 0;
		while (index < chunks.length()) {
			int lineEnd = chunks.indexOf("\r\n", index);
			int size = Integer.parseInt(chunks.substring(index, lineEnd), 16);
			content.append(chunks, lineEnd + 2, lineEnd + 2 + size);
			index = lineEnd + 2 + size + 2;
		}
		return content.toString();
	}

}
