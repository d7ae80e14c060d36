package io.uringboot.engine.transport;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.uringboot.engine.testkit.OpenFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What {@link EventLoops} do on every transport.
 */
abstract class AbstractEventLoopsTests {

	private static final EventLoopSettings SETTINGS = EventLoopSettings.defaults()
		.withThreadPrefix("loops")
		.withThreads(3);

	private final Transport transport;

	private int openBefore;

	private EventLoops loops;

	AbstractEventLoopsTests(Transport transport) {
		this.transport = transport;
	}

	@BeforeEach
	void create() {
		// Netty's native library and the class path are open from the first time on.
		EventLoops.create(this.transport, SETTINGS).disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
		this.openBefore = OpenFiles.count();
		this.loops = EventLoops.create(this.transport, SETTINGS);
	}

	@AfterEach
	void dispose() {
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
	}

	@Test
	void hasTheDemandedTransportAndNumberOfLoops() {
		assertThat(this.loops.transport()).isEqualTo(this.transport);
		assertThat(this.loops.count()).isEqualTo(3);
		assertThat(this.loops.onServer(true)).hasSize(3);
		assertThat(this.loops.settings()).isEqualTo(SETTINGS);
		assertThat(this.loops.passedOver()).isEmpty();
		assertThat(this.loops).hasToString(this.transport + ", 3 loops");
	}

	@Test
	void threadsAreNamedDaemonsOnWhichReactorDoesNotBlock() throws Exception {
		Set<String> names = new HashSet<>();
		for (EventExecutor loop : this.loops.onServer(true)) {
			Thread thread = loop.submit(Thread::currentThread).get();
			assertThat(thread).isInstanceOf(FastThreadLocalThread.class).isInstanceOf(NonBlocking.class);
			assertThat(thread.isDaemon()).isTrue();
			names.add(thread.getName());
		}
		String prefix = "loops-" + this.transport + "-";
		assertThat(names).containsExactlyInAnyOrder(prefix + 1, prefix + 2, prefix + 3);
	}

	@Test
	void channelsAreThoseOfTheTransport() {
		String prefix = this.transport.toString().replace("_", "");
		EventLoopGroup group = this.loops.onServer(true);
		for (Class<? extends Channel> type : Set.of(ServerSocketChannel.class, SocketChannel.class,
				DatagramChannel.class)) {
			Channel channel = this.loops.onChannel(type, group);
			assertThat(channel.getClass()).isSameAs(this.loops.onChannelClass(type, group));
			assertThat(channel.getClass().getSimpleName()).startsWithIgnoringCase(prefix);
			channel.unsafe().closeForcibly();
		}
	}

	@Test
	void channelThatTheTransportDoesNotHaveIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.loops.onChannel(Channel.class, this.loops.onServer(true)))
			.withMessageContaining("Channel");
	}

	@Test
	void clientOnALoopStaysOnIt() throws Exception {
		EventLoopGroup clientGroup = this.loops.onClient(true);
		for (EventExecutor loop : this.loops.onServer(true)) {
			assertThat(loop.submit(() -> clientGroup.next() == loop).get()).isTrue();
		}
	}

	@Test
	void viewShowsASingleLoop() {
		LoopResources second = this.loops.loop(1);
		assertThat(second.onServerSelect(true)).isSameAs(second.onServer(true)).isInstanceOf(EventLoop.class);
		assertThat(this.loops.onServer(true)).element(1).isSameAs(second.onServer(true));
		second.disposeLater().block();
		assertThat(this.loops.isDisposed()).isFalse();
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> this.loops.loop(3));
	}

	@Test
	void disposedLoopsLeaveNoThreadAndNoDescriptor() {
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
		assertThat(this.loops.isDisposed()).isTrue();
		assertThat(this.loops.loop(0).isDisposed()).isTrue();
		Awaitility.await()
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
				.noneMatch((thread) -> thread.getName().startsWith("loops-")));
		assertThat(OpenFiles.count()).isEqualTo(this.openBefore);
	}

	@Test
	void disposingTwiceIsOnce() {
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(10)).block();
		assertThat(this.loops.isDisposed()).isTrue();
	}

	@Test
	void loopThatDoesNotEndInTimeIsTold() {
		CountDownLatch busy = new CountDownLatch(1);
		this.loops.onServer(true).next().execute(() -> {
			try {
				busy.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		try {
			assertThatIllegalStateException()
				.isThrownBy(() -> this.loops.disposeLater(Duration.ZERO, Duration.ofMillis(100)).block())
				.withMessageContaining("100 ms");
		}
		finally {
			busy.countDown();
		}
	}

}
