package io.uringboot.engine.transport;

import java.util.concurrent.CompletableFuture;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListeningSockets}.
 */
class ListeningSocketsTests {

	private final ListeningSockets sockets = new ListeningSockets(null);

	private final Socket first = new Socket(new EmbeddedChannel());

	private final Socket second = new Socket(new EmbeddedChannel());

	@Test
	void abandonedSocketsAreClosed() {
		assertThat(this.sockets.add(this.first)).isTrue();
		this.sockets.abandon();
		assertThat(this.first.isDisposed()).isTrue();
	}

	@Test
	void socketThatComesTooLateIsClosed() {
		this.sockets.abandon();
		assertThat(this.sockets.add(this.first)).isFalse();
		assertThat(this.first.isDisposed()).isTrue();
	}

	@Test
	void cancellationByTheSubscriberThatJustGotTheServerChangesNothing() {
		this.sockets.add(this.first);
		this.sockets.add(this.second);
		this.sockets.complete();
		this.sockets.abandon();
		assertThat(this.first.isDisposed()).isFalse();
		assertThat(this.second.isDisposed()).isFalse();
	}

	@Test
	void cancellationByAnotherThreadWhileTheServerIsEmittedClosesIt() {
		this.sockets.add(this.first);
		this.sockets.add(this.second);
		this.sockets.complete();
		CompletableFuture.runAsync(this.sockets::abandon).join();
		assertThat(this.first.isDisposed()).isTrue();
		assertThat(this.second.isDisposed()).isTrue();
	}

	@Test
	void emittedServerIsTheSubscribers() {
		this.sockets.add(this.first);
		this.sockets.complete();
		this.sockets.emitted();
		CompletableFuture.runAsync(this.sockets::abandon).join();
		assertThat(this.first.isDisposed()).isFalse();
	}

	record Socket(Channel channel) implements DisposableServer {

	}

}
