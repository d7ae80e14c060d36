package io.uringboot.engine.http1;

import java.util.List;
import java.util.stream.Stream;

import static io.uringboot.engine.http1.HeadCase.accepted;
import static io.uringboot.engine.http1.HeadCase.fields;
import static io.uringboot.engine.http1.HeadCase.head;
import static io.uringboot.engine.http1.HeadCase.refused;
import static io.uringboot.engine.http1.RequestError.BAD_FIELD_NAME;
import static io.uringboot.engine.http1.RequestError.BAD_FIELD_VALUE;
import static io.uringboot.engine.http1.RequestError.BAD_LINE_END;
import static io.uringboot.engine.http1.RequestError.LINE_FOLDING;

/**
 * Field lines: RFC 9112 §2.2, §5 and RFC 9110 §5.
 */
final class FieldLineTable {

	private FieldLineTable() {
	}

	static Stream<HeadCase> rows() {
		return Stream.of(names().stream(), values().stream(), lineEnds().stream()).flatMap((rows) -> rows);
	}

	private static List<HeadCase> names() {
		return List.of(accepted("9110 §5.1 name is any token", "GET / 1.1", fields("!#$%&'*+-.^_`|~09azAZ: b")),
				accepted("9110 §5.1 name of one letter", "GET / 1.1", fields("X:")),
				refused("9112 §5.1 space before the colon", BAD_FIELD_NAME, fields("X : b")),
				refused("9112 §5.1 tab before the colon", BAD_FIELD_NAME, fields("X\t: b")),
				refused("9112 §5.1 space before the colon of Host", BAD_FIELD_NAME, head("GET / HTTP/1.1", "Host : a")),
				refused("9112 §5.1 space before the colon of Content-Length", BAD_FIELD_NAME,
						fields("Content-Length : 5")),
				refused("9112 §5.1 space before the colon of Transfer-Encoding", BAD_FIELD_NAME,
						fields("Transfer-Encoding : chunked")),
				refused("9110 §5.1 space in the name", BAD_FIELD_NAME, fields("X Y: b")),
				refused("9110 §5.1 empty name", BAD_FIELD_NAME, fields(": b")),
				refused("9112 §5 no colon", BAD_FIELD_NAME, fields("X")),
				refused("9112 §5 second request line", BAD_FIELD_NAME, fields("GET / HTTP/1.1")),
				refused("9110 §5.6.2 slash in the name", BAD_FIELD_NAME, fields("X/Y: b")),
				refused("9110 §5.6.2 parenthesis in the name", BAD_FIELD_NAME, fields("X(: b")),
				refused("9110 §5.6.2 equals sign in the name", BAD_FIELD_NAME, fields("X=Y: b")),
				refused("9110 §5.6.2 quote in the name", BAD_FIELD_NAME, fields("\"X\": b")),
				refused("9110 §5.6.2 brace in the name", BAD_FIELD_NAME, fields("{X}: b")),
				refused("9110 §5.6.2 NUL in the name", BAD_FIELD_NAME, fields("X\0: b")),
				refused("9110 §5.6.2 control in the name", BAD_FIELD_NAME, fields("X\u0008: b")),
				refused("9110 §5.6.2 DEL in the name", BAD_FIELD_NAME, fields("X\u007f: b")),
				refused("9110 §5.6.2 octet above ASCII in the name", BAD_FIELD_NAME, fields("\u00c4: b")),
				refused("9112 §2.2 CR in the name", BAD_FIELD_NAME, fields("X\rY: b")),
				refused("9112 §2.2 LF in the name", BAD_FIELD_NAME, fields("X\nY: b")));
	}

	private static List<HeadCase> values() {
		return List.of(accepted("9110 §5.5 empty value", "GET / 1.1", fields("X: ")),
				accepted("9112 §5.1 white space around the value", "GET / 1.1", fields("X: \t b \t ")),
				accepted("9110 §5.5 tab and spaces inside", "GET / 1.1", fields("X: a\tb  c")),
				accepted("9110 §5.5 colons inside", "GET / 1.1", fields("X::a: b:")),
				accepted("9110 §5.5 obs-text", "GET / 1.1", fields("X: \u0080\u00e4\u00ff")),
				accepted("9110 §5.6.4 quotes are not looked into", "GET / 1.1", fields("X: \"a\\\"b")),
				refused("9110 §5.5 NUL in the value", BAD_FIELD_VALUE, fields("X: a\0b")),
				refused("9110 §5.5 control in the value", BAD_FIELD_VALUE, fields("X: a\u0001b")),
				refused("9110 §5.5 escape in the value", BAD_FIELD_VALUE, fields("X: \u001b[31m")),
				refused("9110 §5.5 vertical tab in the value", BAD_FIELD_VALUE, fields("X: a\u000bb")),
				refused("9110 §5.5 form feed before the value", BAD_FIELD_VALUE, fields("X:\u000ca")),
				refused("9110 §5.5 DEL in the value", BAD_FIELD_VALUE, fields("X: a\u007fb")),
				refused("9112 §2.2 CR in the value", BAD_LINE_END, fields("X: a\rb")),
				refused("9112 §2.2 LF in the value", BAD_LINE_END, fields("X: a\nb")));
	}

	private static List<HeadCase> lineEnds() {
		String start = "GET / HTTP/1.1\r\nHost: a\r\n";
		return List.of(refused("9112 §2.2 bare LF ends a field line", BAD_LINE_END, start + "X: b\n\r\n"),
				refused("9112 §2.2 bare LF ends the head", BAD_FIELD_NAME, start + "X: b\r\n\nA: b\r\n\r\n"),
				refused("9112 §2.2 two bare LF", BAD_LINE_END, start + "X: b\n\nA: b\r\n\r\n"),
				refused("9112 §2.2 CR CR LF ends a field line", BAD_LINE_END, start + "X: b\r\r\n\r\n"),
				refused("9112 §2.2 CR CR LF ends the head", BAD_LINE_END, start + "X: b\r\n\r\r\n\r\n"),
				refused("9112 §2.2 bare CR begins a field line", BAD_LINE_END, start + "\rX: b\r\n\r\n"),
				refused("9112 §5.2 folded by a space", LINE_FOLDING, fields("X: a", " b")),
				refused("9112 §5.2 folded by a tab", LINE_FOLDING, fields("X: a", "\tb")),
				refused("9112 §5.2 folded by white space only", LINE_FOLDING, fields("X: a", "  ")),
				refused("9112 §5.2 folded Host", LINE_FOLDING, head("GET / HTTP/1.1", "Host:", " a")),
				refused("9112 §5.2 folded Transfer-Encoding", LINE_FOLDING,
						fields("Transfer-Encoding: chunked", " , gzip")));
	}

}
