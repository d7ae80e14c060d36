package io.uringboot.engine.http1;

/**
 * Syntax of hosts and authorities: {@code uri-host [ ":" port ]} of RFC 9110 §7.2 with
 * the host of RFC 3986 §3.2.2.
 */
final class Host {

	private static final int MAX_PORT = 65535;

	private Host() {
	}

	/**
	 * Whether the octets are a host with an optional port.
	 * @param portRequired whether the port must be there, as in authority form (RFC 9112
	 * §3.2.3)
	 */
	static boolean isAuthority(byte[] bytes, int from, int to, boolean portRequired) {
		int index = (from < to && bytes[from] == '[') ? endOfLiteral(bytes, from, to) : endOfName(bytes, from, to);
		if (index < 0 || (portRequired && index == from)) {
			return false;
		}
		if (index == to) {
			return !portRequired;
		}
		return bytes[index] == ':' && isPort(bytes, index + 1, to, portRequired);
	}

	/**
	 * Whether the octets are an absolute URI with an authority (RFC 9112 §3.2.2).
	 */
	static boolean isAbsoluteForm(byte[] bytes, int from, int to) {
		int index = from;
		while (index < to && bytes[index] != ':') {
			byte octet = bytes[index];
			boolean letter = (octet | 0x20) >= 'a' && (octet | 0x20) <= 'z';
			boolean inner = index > from
					&& (Octets.is(Octets.DIGIT, octet) || octet == '+' || octet == '-' || octet == '.');
			if (!letter && !inner) {
				return false;
			}
			index++;
		}
		if (index == from || to - index < 3 || bytes[index + 1] != '/' || bytes[index + 2] != '/') {
			return false;
		}
		int authority = index + 3;
		int end = authority;
		while (end < to && bytes[end] != '/' && bytes[end] != '?') {
			end++;
		}
		// an empty host is invalid in http and https URIs (RFC 9110 §4.2.1), user
		// information is too (§4.2.4)
		return end > authority && bytes[authority] != ':' && isAuthority(bytes, authority, end, false);
	}

	private static int endOfName(byte[] bytes, int from, int to) {
		int index = from;
		while (index < to) {
			byte octet = bytes[index];
			if (octet == '%') {
				if (to - index < 3 || !isHex(bytes[index + 1]) || !isHex(bytes[index + 2])) {
					return -1;
				}
				index += 2;
			}
			else if (!Octets.is(Octets.HOST, octet)) {
				break;
			}
			index++;
		}
		return index;
	}

	/** {@code IP-literal}: hexadecimal digits, colons and dots, or an IPvFuture. */
	private static int endOfLiteral(byte[] bytes, int from, int to) {
		int index = from + 1;
		boolean future = index < to && (bytes[index] | 0x20) == 'v';
		int colons = 0;
		while (index < to && bytes[index] != ']') {
			byte octet = bytes[index];
			colons += (octet == ':') ? 1 : 0;
			boolean allowed = future ? Octets.is(Octets.HOST, octet) || octet == ':'
					: isHex(octet) || octet == ':' || octet == '.';
			if (!allowed) {
				return -1;
			}
			index++;
		}
		boolean closed = index < to && index - from > 2;
		return (closed && (future || colons >= 2)) ? index + 1 : -1;
	}

	private static boolean isPort(byte[] bytes, int from, int to, boolean required) {
		if (from == to) {
			return !required; // port = *DIGIT (RFC 3986 §3.2.3)
		}
		int port = 0;
		for (int i = from; i < to; i++) {
			if (!Octets.is(Octets.DIGIT, bytes[i])) {
				return false;
			}
			port = port * 10 + bytes[i] - '0';
			if (port > MAX_PORT) {
				return false;
			}
		}
		return true;
	}

	static boolean isHex(byte octet) {
		return hex(octet) >= 0;
	}

	/** The value of a hexadecimal digit, -1 if it is none. */
	static int hex(byte octet) {
		if (octet >= '0' && octet <= '9') {
			return octet - '0';
		}
		int lower = octet | 0x20;
		return (lower >= 'a' && lower <= 'f') ? lower - 'a' + 10 : -1;
	}

}
