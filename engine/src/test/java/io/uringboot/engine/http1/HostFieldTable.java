package io.uringboot.engine.http1;

import java.util.List;
import java.util.stream.Stream;

import static io.uringboot.engine.http1.HeadCase.accepted;
import static io.uringboot.engine.http1.HeadCase.head;
import static io.uringboot.engine.http1.HeadCase.refused;
import static io.uringboot.engine.http1.RequestError.BAD_HOST;

/**
 * The Host field: RFC 9112 §3.2 and RFC 9110 §7.2.
 */
final class HostFieldTable {

	private HostFieldTable() {
	}

	static Stream<HeadCase> rows() {
		return Stream.of(number().stream(), validValues(), invalidValues()).flatMap((rows) -> rows);
	}

	private static List<HeadCase> number() {
		return List.of(refused("9112 §3.2 Host is missing", BAD_HOST, head("GET / HTTP/1.1")),
				refused("9112 §3.2 Host is missing among others", BAD_HOST,
						head("GET / HTTP/1.1", "Hostname: a", "X-Host: a", "Hos: a")),
				refused("9112 §3.2 Host stands twice", BAD_HOST, head("GET / HTTP/1.1", "Host: a", "Host: b")),
				refused("9112 §3.2 Host stands twice with one value", BAD_HOST,
						head("GET / HTTP/1.1", "Host: a", "X: y", "HOST: a")),
				refused("9112 §3.2 Host is missing in absolute form", BAD_HOST, head("GET http://a/ HTTP/1.1")),
				accepted("9112 §3.2.2 Host differs from absolute form", "GET http://a/ 1.1",
						head("GET http://a/ HTTP/1.1", "Host: b")),
				accepted("9112 §3.2 name in any case", "GET / 1.1", head("GET / HTTP/1.1", "hOsT: a")),
				accepted("9112 §3.2 HTTP/1.0 needs none", "GET / 1.0 close", head("GET / HTTP/1.0")),
				refused("9112 §3.2 Host stands twice in HTTP/1.0", BAD_HOST,
						head("GET / HTTP/1.0", "Host: a", "Host: a")),
				refused("9112 §3.2 Host is invalid in HTTP/1.0", BAD_HOST, head("GET / HTTP/1.0", "Host: a/b")));
	}

	private static Stream<HeadCase> validValues() {
		return Stream
			.of("", "a", "example.org", "EXAMPLE.org:8080", "a:", "a:0", "a:65535", "a:00080", "127.0.0.1", "a_b",
					"-a~.b", "a!$&'()*+,;=b", "%41.example", "%c3%a4", "[::1]", "[::1]:443", "[2001:DB8::7:1]",
					"[::ffff:192.0.2.1]", "[v1.fe80::a+en1]", "  a  ", "\ta\t")
			.map((value) -> accepted("9110 §7.2 uri-host [ : port ]", "GET / 1.1",
					head("GET / HTTP/1.1", "Host:" + value)));
	}

	private static Stream<HeadCase> invalidValues() {
		return Stream
			.of("a b", "a,b c", "a/b", "a\\b", "a?b", "a#b", "me@a", "me:pw@a", "a:b", "a:-1", "a:+1", "a:65536",
					"a:99999999999999999999", "a:80:80", "a:8 0", "http://a", "a\"b", "<a>", "a|b", "a^b", "{a}", "`a`",
					"%", "%4", "%4g", "a%zz", "\u00e4", "a\u0080", "[", "[]", "[::1", "::1", "[::1]a", "[::1]:x",
					"[g::1]", "[1]", "[:]", "[::1%25en0]", "]", "[[::1]]", "[::1]:443:443")
			.map((value) -> refused("9110 §7.2 uri-host [ : port ]", BAD_HOST,
					head("GET / HTTP/1.1", "Host: " + value)));
	}

}
