package io.uringboot.bench.websocket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.websocket.LoadConnection.WrongAnswerException;

/**
 * Drives its share of the connections on one thread.
 */
final class LoadLoop implements AutoCloseable {

	/** As many as a listener of ordinary backlog takes at once. */
	private static final int CONNECTING_AT_ONCE = 100;

	private final InetSocketAddress address;

	private final String host;

	private final int depth;

	private final Selector selector;

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

	private final List<LoadConnection> upgraded = new ArrayList<>();

	private final Latencies latencies = new Latencies();

	private final LoadCounts counts = new LoadCounts();

	private int pending;

	/** Whether an echo is answered by the next message. */
	private boolean sending;

	private boolean counting;

	LoadLoop(InetSocketAddress address, String host, int depth) throws IOException {
		this.address = address;
		this.host = host;
		this.depth = depth;
		this.selector = Selector.open();
	}

	LoadCounts counts() {
		return this.counts;
	}

	Latencies latencies() {
		return this.latencies;
	}

	/**
	 * Opens and upgrades connections.
	 * @param connections how many
	 * @param deadline when to give up, by {@link System#nanoTime()}
	 */
	void connect(int connections, long deadline) throws IOException {
		int begun = 0;
		while ((begun < connections || this.pending > 0) && System.nanoTime() < deadline) {
			for (; begun < connections && this.pending < CONNECTING_AT_ONCE; begun++) {
				SocketChannel channel = SocketChannel.open();
				channel.configureBlocking(false);
				channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
				SelectionKey key = channel.register(this.selector, SelectionKey.OP_CONNECT,
						new LoadConnection(channel, this.depth));
				this.pending++;
				try {
					if (channel.connect(this.address)) {
						connected(key);
					}
				}
				catch (IOException ex) {
					giveUp(key);
				}
			}
			select(deadline);
		}
		this.counts.connect = connections - this.upgraded.size();
	}

	/**
	 * Sends and counts until the deadline, then waits a second at most for what is under
	 * way and closes all connections in good order.
	 * @param deadline the end of the window, by {@link System#nanoTime()}
	 */
	void run(long deadline) throws IOException {
		this.sending = true;
		this.counting = true;
		for (LoadConnection connection : this.upgraded) {
			SelectionKey key = connection.channel().keyFor(this.selector);
			try {
				interest(key, connection.send(this.depth, System.nanoTime()));
			}
			catch (IOException ex) {
				giveUp(key);
			}
		}
		while (System.nanoTime() < deadline && !this.selector.keys().isEmpty()) {
			select(deadline);
		}
		this.sending = false;
		this.counting = false;
		long patience = deadline + 1_000_000_000L;
		while (this.upgraded.stream().anyMatch(this::isWaiting) && System.nanoTime() < patience) {
			select(patience);
		}
	}

	private boolean isWaiting(LoadConnection connection) {
		return connection.channel().isOpen() && connection.underWay() > 0;
	}

	private void select(long deadline) throws IOException {
		long millis = Math.max(1, Math.min(100, (deadline - System.nanoTime()) / 1_000_000));
		this.selector.select(this::ready, millis);
	}

	private void ready(SelectionKey key) {
		LoadConnection connection = (LoadConnection) key.attachment();
		try {
			if (key.isConnectable()) {
				connection.channel().finishConnect();
				connected(key);
			}
			else {
				if (key.isReadable() && connection.read(this.buffer)) {
					received(key, connection);
				}
				if (key.isValid() && key.isWritable()) {
					interest(key, connection.flush());
				}
			}
		}
		catch (WrongAnswerException ex) {
			this.counts.wrong++;
			giveUp(key);
		}
		catch (IOException ex) {
			this.counts.read += this.counting ? 1 : 0;
			giveUp(key);
		}
	}

	private void received(SelectionKey key, LoadConnection connection) throws IOException, WrongAnswerException {
		boolean before = connection.isUpgraded();
		int bytes = this.buffer.remaining();
		long now = System.nanoTime();
		int echoes = connection.receive(this.buffer, now, this.counting ? this.latencies : new Latencies());
		if (this.counting) {
			this.counts.echoes += echoes;
			this.counts.bytes += bytes;
		}
		if (!before && connection.isUpgraded()) {
			this.pending--;
			this.upgraded.add(connection);
		}
		if (this.sending && echoes > 0) {
			interest(key, connection.send(echoes, now));
		}
	}

	private void connected(SelectionKey key) throws IOException {
		interest(key, ((LoadConnection) key.attachment()).upgrade(this.host));
	}

	private static void interest(SelectionKey key, boolean written) {
		int wanted = written ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
		if (key.interestOps() != wanted) {
			key.interestOps(wanted);
		}
	}

	private void giveUp(SelectionKey key) {
		if (!((LoadConnection) key.attachment()).isUpgraded()) {
			this.pending--;
		}
		key.cancel();
		try {
			key.channel().close();
		}
		catch (IOException ex) {
			// It is lost either way, and counted.
		}
	}

	@Override
	public void close() throws IOException {
		for (SelectionKey key : this.selector.keys()) {
			LoadConnection connection = (LoadConnection) key.attachment();
			try {
				if (connection.isUpgraded()) {
					connection.sendClose();
				}
				connection.channel().close();
			}
			catch (IOException ex) {
				// The window is over.
			}
		}
		this.selector.close();
	}

}
