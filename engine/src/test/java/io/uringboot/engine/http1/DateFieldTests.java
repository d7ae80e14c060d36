package io.uringboot.engine.http1;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DateFieldTests {

	private final AtomicLong clock = new AtomicLong(Instant.parse("2026-11-06T08:49:37Z").toEpochMilli());

	private final DateField date = new DateField(this.clock::get);

	@Test
	void rendersImfFixdate() {
		assertThat(this.date.value().toString()).isEqualTo("Fri, 06 Nov 2026 08:49:37 GMT");
	}

	@Test
	void rendersOncePerSecond() {
		CharSequence first = this.date.value();
		this.clock.addAndGet(999);
		assertThat((Object) this.date.value()).isSameAs(first);
	}

	@Test
	void rendersAgainWhenTheSecondChanges() {
		this.date.value();
		this.clock.addAndGet(1000);
		assertThat(this.date.value().toString()).isEqualTo("Fri, 06 Nov 2026 08:49:38 GMT");
	}

	@Test
	void followsAClockThatIsSetBack() {
		this.date.value();
		this.clock.addAndGet(-2000);
		assertThat(this.date.value().toString()).isEqualTo("Fri, 06 Nov 2026 08:49:35 GMT");
	}

}
