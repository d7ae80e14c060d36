package io.uringboot.engine.http1;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;

/**
 * Value of the {@code Date} field (RFC 9110, section 6.6.1), rendered at most once a
 * second.
 * <p>
 * The clock is compared at each use. A task that renders ahead of time would put a timer
 * on an event loop, and every blocking wait of an io_uring loop with a timer costs one
 * more submission. Safe for use by any thread: two threads that meet a new second may
 * both render it, with equal results.
 */
public final class DateField {

	private final LongSupplier clock;

	private volatile Rendered rendered;

	/**
	 * Create a field that follows the system's clock.
	 */
	public DateField() {
		this(System::currentTimeMillis);
	}

	DateField(LongSupplier clock) {
		this.clock = clock;
		this.rendered = Rendered.at(seconds());
	}

	/**
	 * Return the current time as IMF-fixdate, 29 octets.
	 * @return the field's value, which must not be modified
	 */
	public AsciiString value() {
		long second = seconds();
		Rendered rendered = this.rendered;
		if (rendered.second() != second) {
			rendered = Rendered.at(second);
			this.rendered = rendered;
		}
		return rendered.value();
	}

	private long seconds() {
		return TimeUnit.MILLISECONDS.toSeconds(this.clock.getAsLong());
	}

	private record Rendered(long second, AsciiString value) {

		static Rendered at(long second) {
			return new Rendered(second,
					new AsciiString(DateFormatter.format(new Date(TimeUnit.SECONDS.toMillis(second)))));
		}

	}

}
