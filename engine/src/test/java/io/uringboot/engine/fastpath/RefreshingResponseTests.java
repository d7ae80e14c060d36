package io.uringboot.engine.fastpath;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.handler.codec.http.HttpMethod;
import io.uringboot.engine.http1.RequestHeads;
import io.uringboot.engine.http1.WrittenResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class RefreshingResponseTests {

	private static final Duration AT_ONCE = Duration.ofNanos(1);

	private final AtomicInteger made = new AtomicInteger();

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(RefreshingResponse.class);

	private boolean failing;

	@BeforeEach
	void startLog() {
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.INFO);
	}

	@AfterEach
	void stopLog() {
		this.logger.detachAppender(this.log);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void servesTheOldResponseUntilTheNewOneIsThere() {
		RefreshingResponse response = RefreshingResponse.every(AT_ONCE, this::make, this.tasks::add);
		assertThat(content(response)).isEqualTo("1");
		assertThat(content(response)).isEqualTo("1");
		assertThat(this.tasks).hasSize(1);
		this.tasks.remove().run();
		assertThat(content(response)).isEqualTo("2");
	}

	@Test
	void doesNotRefreshBeforeTheIntervalHasPassed() {
		RefreshingResponse response = RefreshingResponse.every(Duration.ofDays(1), this::make, this.tasks::add);
		assertThat(content(response)).isEqualTo("1");
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void keepsTheOldResponseAndLogsOnceWhileMakingItFails() {
		RefreshingResponse response = RefreshingResponse.every(AT_ONCE, this::make, this.tasks::add);
		this.failing = true;
		for (int i = 0; i < 3; i++) {
			assertThat(content(response)).isEqualTo("1");
			this.tasks.remove().run();
		}
		assertThat(this.log.list).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.WARN);
			assertThat(event.getThrowableProxy().getMessage()).isEqualTo("expected");
		});
		this.failing = false;
		content(response);
		this.tasks.remove().run();
		assertThat(content(response)).isEqualTo("2");
		assertThat(this.log.list).hasSize(2);
		this.failing = true;
		this.tasks.remove().run();
		assertThat(this.log.list).hasSize(3);
	}

	@Test
	void triesAgainWhenTheExecutorRefused() {
		AtomicInteger attempts = new AtomicInteger();
		RefreshingResponse response = RefreshingResponse.every(AT_ONCE, this::make, (task) -> {
			if (attempts.getAndIncrement() == 0) {
				throw new RejectedExecutionException("expected");
			}
			this.tasks.add(task);
		});
		assertThat(content(response)).isEqualTo("1");
		assertThat(content(response)).isEqualTo("1");
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void refreshesOnAnotherThreadByDefault() {
		Queue<Thread> makers = new ConcurrentLinkedQueue<>();
		RefreshingResponse response = RefreshingResponse.every(AT_ONCE, () -> {
			makers.add(Thread.currentThread());
			return make();
		});
		content(response);
		await().until(() -> makers.size() > 1);
		assertThat(makers.remove()).isSameAs(Thread.currentThread());
		assertThat(makers).doesNotContain(Thread.currentThread());
	}

	@Test
	void failsAtOnceIfTheFirstResponseCannotBeMade() {
		this.failing = true;
		assertThatIllegalStateException()
			.isThrownBy(() -> RefreshingResponse.every(AT_ONCE, this::make, this.tasks::add))
			.withMessage("expected");
	}

	@Test
	void refusesAnIntervalThatIsNotPositive() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RefreshingResponse.every(Duration.ZERO, this::make, this.tasks::add))
			.withMessageContaining("interval");
	}

	private PreEncodedResponse make() {
		if (this.failing) {
			throw new IllegalStateException("expected");
		}
		return PreEncodedResponse.ok().content(Integer.toString(this.made.incrementAndGet()).getBytes()).build();
	}

	private static String content(RefreshingResponse response) {
		Route route = Route.to(response, HttpMethod.GET, RoutePath.of("/a"), 0, 0);
		String answer = WrittenResponse.to(false, (writer) -> {
			FastPathExchange exchange = new FastPathExchange();
			exchange.start(route, RequestHeads.of("GET", "/a"), new byte[0], 0, 0, writer);
			response.handle(exchange);
		});
		return answer.substring(answer.indexOf("\r\n\r\n") + 4);
	}

}
