package io.uringboot.engine.http1;

import java.util.List;
import java.util.stream.Stream;

import static io.uringboot.engine.http1.HeadCase.accepted;
import static io.uringboot.engine.http1.HeadCase.head;
import static io.uringboot.engine.http1.HeadCase.line;
import static io.uringboot.engine.http1.HeadCase.refused;
import static io.uringboot.engine.http1.RequestError.BAD_LINE_END;
import static io.uringboot.engine.http1.RequestError.BAD_METHOD;
import static io.uringboot.engine.http1.RequestError.BAD_REQUEST_LINE;
import static io.uringboot.engine.http1.RequestError.BAD_TARGET;
import static io.uringboot.engine.http1.RequestError.VERSION_NOT_SUPPORTED;

/**
 * The request line: RFC 9112 §2.2, §2.3 and §3.
 */
final class RequestLineTable {

	private RequestLineTable() {
	}

	private static final String TOKEN_CHARACTERS = "!#$%&'*+-.^_`|~0Az";

	static Stream<HeadCase> rows() {
		return Stream
			.of(lines().stream(), methods().stream(), versions().stream(), originForm().stream(),
					absoluteForm().stream(), authorityForm().stream(), asteriskForm().stream())
			.flatMap((rows) -> rows);
	}

	private static List<HeadCase> lines() {
		String rest = "Host: a\r\n\r\n";
		return List.of(accepted("9112 §3 single spaces", "GET / 1.1", line("GET / HTTP/1.1")),
				refused("9112 §3 two spaces before the target", BAD_TARGET, line("GET  / HTTP/1.1")),
				refused("9112 §3 two spaces before the version", BAD_REQUEST_LINE, line("GET /  HTTP/1.1")),
				refused("9112 §3 tab before the target", BAD_METHOD, line("GET\t/ HTTP/1.1")),
				refused("9112 §3 tab before the version", BAD_TARGET, line("GET /\tHTTP/1.1")),
				refused("9112 §3 vertical tab as space", BAD_METHOD, line("GET\u000b/ HTTP/1.1")),
				refused("9112 §3 leading space", BAD_METHOD, line(" GET / HTTP/1.1")),
				refused("9112 §3 trailing space", BAD_LINE_END, line("GET / HTTP/1.1 ")),
				refused("9112 §3 trailing tab", BAD_LINE_END, line("GET / HTTP/1.1\t")),
				refused("9112 §3 something behind the version", BAD_LINE_END, line("GET / HTTP/1.1 HTTP/1.1")),
				refused("9112 §3 no version", BAD_TARGET, line("GET /")),
				refused("9112 §3 no version but its space", BAD_REQUEST_LINE, line("GET / ")),
				refused("9112 §3 no target", BAD_TARGET, line("GET  HTTP/1.1")),
				refused("9112 §3 target and version missing", BAD_METHOD, line("GET")),
				refused("9112 §2.2 bare LF ends the line", BAD_LINE_END, "GET / HTTP/1.1\n" + rest),
				refused("9112 §2.2 bare CR ends the line", BAD_LINE_END, "GET / HTTP/1.1\r" + rest),
				refused("9112 §2.2 CR CR LF ends the line", BAD_LINE_END, "GET / HTTP/1.1\r\r\n" + rest),
				refused("9112 §2.2 CR in the method", BAD_METHOD, line("G\rET / HTTP/1.1")),
				refused("9112 §2.2 CR in the target", BAD_TARGET, line("GET /\r/ HTTP/1.1")),
				refused("9112 §2.2 LF in the target", BAD_TARGET, line("GET /\n/ HTTP/1.1")),
				accepted("9112 §2.2 one empty line before", "GET / 1.1", "\r\n" + line("GET / HTTP/1.1")),
				accepted("9112 §2.2 two empty lines before", "GET / 1.1", "\r\n\r\n" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 many empty lines before", BAD_REQUEST_LINE, "\r\n\r\n\r\n" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 bare LF before", BAD_METHOD, "\n" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 bare CR before", BAD_REQUEST_LINE, "\r" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 white space line before", BAD_METHOD, " \r\n" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 byte order mark before", BAD_METHOD, "\u00ef\u00bb\u00bf" + line("GET / HTTP/1.1")),
				refused("9112 §2.2 white space before the first field", RequestError.LINE_FOLDING,
						head("GET / HTTP/1.1", " Host: a", "Host: b")),
				refused("9112 §3 TLS hello on a cleartext port", BAD_METHOD,
						"\u0016\u0003\u0001\u0000\u00c4\u0001\u0000\u0000\u00c0\u0003\u0003\r\n\r\n"));
	}

	private static List<HeadCase> methods() {
		return List.of(
				accepted("9110 §9.1 method is any token", TOKEN_CHARACTERS + " / 1.1",
						line(TOKEN_CHARACTERS + " / HTTP/1.1")),
				accepted("9110 §9.1 methods are case-sensitive", "get / 1.1", line("get / HTTP/1.1")),
				accepted("9110 §9.1 method of one letter", "G / 1.1", line("G / HTTP/1.1")),
				accepted("9110 §9.1 three letters are not always GET", "GUT / 1.1", line("GUT / HTTP/1.1")),
				accepted("9110 §9.3.2 HEAD", "HEAD / 1.1", line("HEAD / HTTP/1.1")),
				accepted("9110 §9.3.8 TRACE", "TRACE / 1.1", line("TRACE / HTTP/1.1")),
				accepted("5789 §2 PATCH", "PATCH / 1.1", line("PATCH / HTTP/1.1")),
				accepted("3253 hyphen in a method", "VERSION-CONTROL / 1.1", line("VERSION-CONTROL / HTTP/1.1")),
				refused("9110 §5.6.2 separator in the method", BAD_METHOD, line("GE(T / HTTP/1.1")),
				refused("9110 §5.6.2 slash in the method", BAD_METHOD, line("G/T / HTTP/1.1")),
				refused("9110 §5.6.2 colon in the method", BAD_METHOD, line("GET: / HTTP/1.1")),
				refused("9110 §5.6.2 quote in the method", BAD_METHOD, line("\"GET\" / HTTP/1.1")),
				refused("9110 §5.6.2 NUL in the method", BAD_METHOD, line("GE\0T / HTTP/1.1")),
				refused("9110 §5.6.2 DEL in the method", BAD_METHOD, line("GE\u007fT / HTTP/1.1")),
				refused("9110 §5.6.2 octet above ASCII in the method", BAD_METHOD, line("G\u00c9T / HTTP/1.1")),
				refused("9110 §9.1 empty method", BAD_METHOD, line(" / HTTP/1.1")));
	}

	private static List<HeadCase> versions() {
		return List.of(accepted("9112 §2.3 HTTP/1.0", "GET / 1.0 close", line("GET / HTTP/1.0")),
				refused("9110 §2.5 HTTP/1.2", VERSION_NOT_SUPPORTED, line("GET / HTTP/1.2")),
				refused("9110 §2.5 HTTP/0.9", VERSION_NOT_SUPPORTED, line("GET / HTTP/0.9")),
				refused("9110 §2.5 HTTP/2.0", VERSION_NOT_SUPPORTED, line("GET / HTTP/2.0")),
				refused("9110 §2.5 HTTP/9.9", VERSION_NOT_SUPPORTED, line("GET / HTTP/9.9")),
				refused("9112 §2.3 name is case-sensitive", BAD_REQUEST_LINE, line("GET / http/1.1")),
				refused("9112 §2.3 other protocol", BAD_REQUEST_LINE, line("GET / HTTQ/1.1")),
				refused("9112 §2.3 other protocol of other length", BAD_REQUEST_LINE, line("GET / ICAP/1.0 ")),
				refused("9112 §2.3 two digits", BAD_LINE_END, line("GET / HTTP/1.10")),
				refused("9112 §2.3 leading zero", BAD_REQUEST_LINE, line("GET / HTTP/01.1")),
				refused("9112 §2.3 no minor version", BAD_REQUEST_LINE, line("GET / HTTP/1")),
				refused("9112 §2.3 no minor digit", BAD_REQUEST_LINE, line("GET / HTTP/1.")),
				refused("9112 §2.3 comma for the dot", BAD_REQUEST_LINE, line("GET / HTTP/1,1")),
				refused("9112 §2.3 letter for a digit", BAD_REQUEST_LINE, line("GET / HTTP/1.x")),
				refused("9112 §2.3 sign before a digit", BAD_REQUEST_LINE, line("GET / HTTP/+1.1")),
				refused("9112 §2.3 space in the version", BAD_REQUEST_LINE, line("GET / HTTP/ 1.1")),
				refused("9113 §3.4 HTTP/2 preface where HTTP/1.1 is spoken", BAD_TARGET,
						"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
	}

	private static List<HeadCase> originForm() {
		return List.of(accepted("9112 §3.2.1 path and query", "GET /a/b?c=d&e 1.1", line("GET /a/b?c=d&e HTTP/1.1")),
				accepted("9112 §3.2.1 empty query", "GET /? 1.1", line("GET /? HTTP/1.1")),
				accepted("9112 §3.2.1 question marks in the query", "GET /??a? 1.1", line("GET /??a? HTTP/1.1")),
				accepted("9112 §3.2.1 percent-encoding", "GET /%41%2f%00 1.1", line("GET /%41%2f%00 HTTP/1.1")),
				accepted("9112 §3.2.1 dot segments stay", "GET /a/../b/./ 1.1", line("GET /a/../b/./ HTTP/1.1")),
				accepted("9112 §3.2.1 empty segments", "GET //a// 1.1", line("GET //a// HTTP/1.1")),
				accepted("3986 §3.3 all of pchar", "GET /-._~!$&'()*+,;=:@ 1.1",
						line("GET /-._~!$&'()*+,;=:@ HTTP/1.1")),
				accepted("9112 §3.2.1 scheme inside the path", "GET /http://a/ 1.1", line("GET /http://a/ HTTP/1.1")),
				refused("9112 §3.2 fragment in the target", BAD_TARGET, line("GET /a#b HTTP/1.1")),
				refused("9112 §3.2 fragment in the query", BAD_TARGET, line("GET /a?b#c HTTP/1.1")),
				refused("9112 §3.2 space in the target", BAD_REQUEST_LINE, line("GET /a b HTTP/1.1")),
				refused("9112 §3.2 NUL in the target", BAD_TARGET, line("GET /a\0 HTTP/1.1")),
				refused("9112 §3.2 control in the query", BAD_TARGET, line("GET /a?\u0001 HTTP/1.1")),
				refused("9112 §3.2 DEL in the target", BAD_TARGET, line("GET /\u007f HTTP/1.1")),
				refused("9112 §3.2 octet above ASCII in the path", BAD_TARGET, line("GET /\u00e4 HTTP/1.1")),
				refused("9112 §3.2 octet above ASCII in the query", BAD_TARGET, line("GET /?\u00ff HTTP/1.1")),
				refused("9112 §3.2.1 path without slash", BAD_TARGET, line("GET a/b HTTP/1.1")),
				refused("9112 §3.2.1 query only", BAD_TARGET, line("GET ?a HTTP/1.1")),
				refused("9112 §3.2.1 backslash first", BAD_TARGET, line("GET \\a HTTP/1.1")));
	}

	private static List<HeadCase> absoluteForm() {
		return List.of(
				accepted("9112 §3.2.2 absolute form", "GET http://a:80/b?c 1.1", line("GET http://a:80/b?c HTTP/1.1")),
				accepted("9112 §3.2.2 without a path", "GET http://a 1.1", line("GET http://a HTTP/1.1")),
				accepted("9112 §3.2.2 query without a path", "GET http://a?b 1.1", line("GET http://a?b HTTP/1.1")),
				accepted("3986 §3.1 scheme in any case", "GET HTTPS://a/ 1.1", line("GET HTTPS://a/ HTTP/1.1")),
				accepted("9112 §3.2.2 IPv6 literal", "GET http://[::1]:8080/ 1.1",
						line("GET http://[::1]:8080/ HTTP/1.1")),
				accepted("9112 §3.2.4 OPTIONS of the whole server by a proxy", "OPTIONS http://a 1.1",
						line("OPTIONS http://a HTTP/1.1")),
				refused("9110 §4.2.1 empty host", BAD_TARGET, line("GET http:///b HTTP/1.1")),
				refused("9110 §4.2.1 port without host", BAD_TARGET, line("GET http://:80/ HTTP/1.1")),
				refused("9110 §4.2.4 user information", BAD_TARGET, line("GET http://me@a/ HTTP/1.1")),
				refused("9110 §4.2.4 user information and password", BAD_TARGET, line("GET http://me:80@a/ HTTP/1.1")),
				refused("3986 §3.2.3 port is not a number", BAD_TARGET, line("GET http://a:8x/ HTTP/1.1")),
				refused("3986 §3.2.3 port above 65535", BAD_TARGET, line("GET http://a:65536/ HTTP/1.1")),
				refused("9112 §3.2.2 one slash", BAD_TARGET, line("GET http:/a HTTP/1.1")),
				refused("9112 §3.2.2 no authority", BAD_TARGET, line("GET urn:a HTTP/1.1")),
				refused("3986 §3.1 scheme starts with a digit", BAD_TARGET, line("GET 1http://a/ HTTP/1.1")),
				refused("3986 §3.1 scheme with an underscore", BAD_TARGET, line("GET ht_tp://a/ HTTP/1.1")),
				refused("3986 §3.1 empty scheme", BAD_TARGET, line("GET ://a/ HTTP/1.1")),
				refused("3986 §3.2.2 broken IPv6 literal", BAD_TARGET, line("GET http://[::1/ HTTP/1.1")));
	}

	private static List<HeadCase> authorityForm() {
		return List.of(accepted("9112 §3.2.3 CONNECT", "CONNECT a:443 1.1", line("CONNECT a:443 HTTP/1.1")),
				accepted("9112 §3.2.3 CONNECT to an address", "CONNECT [2001:db8::1]:443 1.1",
						line("CONNECT [2001:db8::1]:443 HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT without port", BAD_TARGET, line("CONNECT a HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT with empty port", BAD_TARGET, line("CONNECT a: HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT without host", BAD_TARGET, line("CONNECT :443 HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT with a path", BAD_TARGET, line("CONNECT / HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT with a URI", BAD_TARGET, line("CONNECT http://a:443/ HTTP/1.1")),
				refused("9112 §3.2.3 CONNECT with user information", BAD_TARGET, line("CONNECT me@a:443 HTTP/1.1")),
				refused("9112 §3.2.3 authority form with another method", BAD_TARGET, line("GET a:443 HTTP/1.1")));
	}

	private static List<HeadCase> asteriskForm() {
		return List.of(accepted("9112 §3.2.4 OPTIONS *", "OPTIONS * 1.1", line("OPTIONS * HTTP/1.1")),
				accepted("9112 §3.2.4 OPTIONS of a path", "OPTIONS /* 1.1", line("OPTIONS /* HTTP/1.1")),
				refused("9112 §3.2.4 asterisk with another method", BAD_TARGET, line("GET * HTTP/1.1")),
				refused("9112 §3.2.4 asterisk with CONNECT", BAD_TARGET, line("CONNECT * HTTP/1.1")),
				refused("9112 §3.2.4 asterisk and more", BAD_TARGET, line("OPTIONS *a HTTP/1.1")),
				refused("9112 §3.2.4 asterisk and query", BAD_TARGET, line("OPTIONS *?a HTTP/1.1")));
	}

}
