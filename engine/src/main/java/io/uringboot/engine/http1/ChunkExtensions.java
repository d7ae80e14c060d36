package io.uringboot.engine.http1;

import org.jspecify.annotations.Nullable;

/**
 * The syntax of chunk extensions behind their first semicolon, octet by octet (RFC 9112
 * §7.1.1). They mean nothing here, but a parser that is laxer than others about where
 * their line ends could be made to see other requests than those.
 */
final class ChunkExtensions {

	private enum State {

		BEFORE_NAME, NAME, AFTER_NAME, BEFORE_VALUE, VALUE, QUOTED, QUOTED_PAIR, QUOTE_END, AFTER_VALUE

	}

	private State state = State.BEFORE_NAME;

	void reset() {
		this.state = State.BEFORE_NAME;
	}

	/** Whether the extensions are whole, so that the line may end. */
	boolean mayEnd() {
		return this.state == State.NAME || this.state == State.VALUE || this.state == State.QUOTE_END;
	}

	/** Takes the next octet; whether it may stand there. */
	boolean accept(byte octet) {
		boolean blank = octet == Octets.SP || octet == Octets.HTAB;
		boolean token = Octets.is(Octets.TOKEN, octet);
		State next = switch (this.state) {
			case BEFORE_NAME -> blank ? State.BEFORE_NAME : token ? State.NAME : null;
			case NAME -> token ? State.NAME : blank ? State.AFTER_NAME : behindName(octet);
			case AFTER_NAME -> blank ? State.AFTER_NAME : behindName(octet);
			case BEFORE_VALUE ->
				blank ? State.BEFORE_VALUE : (octet == '"') ? State.QUOTED : token ? State.VALUE : null;
			case VALUE -> token ? State.VALUE : blank ? State.AFTER_VALUE : behindValue(octet);
			case QUOTED -> quoted(octet);
			case QUOTED_PAIR -> Octets.is(Octets.FIELD, octet) ? State.QUOTED : null;
			case QUOTE_END, AFTER_VALUE -> blank ? State.AFTER_VALUE : behindValue(octet);
		};
		if (next == null) {
			return false;
		}
		this.state = next;
		return true;
	}

	private static @Nullable State behindName(byte octet) {
		return (octet == '=') ? State.BEFORE_VALUE : behindValue(octet);
	}

	private static @Nullable State behindValue(byte octet) {
		return (octet == ';') ? State.BEFORE_NAME : null;
	}

	private static @Nullable State quoted(byte octet) {
		if (octet == '"') {
			return State.QUOTE_END;
		}
		if (octet == '\\') {
			return State.QUOTED_PAIR;
		}
		return Octets.is(Octets.FIELD, octet) ? State.QUOTED : null;
	}

}
