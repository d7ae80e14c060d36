package io.uringboot.autoconfigure.differential;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.uringboot.autoconfigure.differential.Answer.Ending;

/**
 * A connection to one of the servers.
 */
final class ClientConnection implements AutoCloseable {

	private static final int TIMEOUT = 5_000;

	private final Socket socket;

	private final OutputStream out;

	private final AnswerReader answers;

	ClientConnection(int port) {
		try {
			this.socket = new Socket("127.0.0.1", port);
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(TIMEOUT);
			this.out = this.socket.getOutputStream();
			this.answers = new AnswerReader(this.socket.getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write, with an interruption at each split. A connection that the server has closed
	 * shows when it is read.
	 */
	void send(byte[] bytes, int... splits) {
		try {
			int from = 0;
			for (int split : splits) {
				this.out.write(bytes, from, split - from);
				from = split;
				Thread.yield();
			}
			this.out.write(bytes, from, bytes.length - from);
		}
		catch (IOException ex) {
			return;
		}
	}

	/**
	 * Send a request that waits to be asked for its content, and read the response.
	 */
	Answer sendWaiting(Request request) {
		send(Arrays.copyOf(request.bytes(), request.headLength()));
		try {
			if (this.answers.isInterim()) {
				send(Arrays.copyOfRange(request.bytes(), request.headLength(), request.bytes().length));
			}
		}
		catch (IOException ex) {
			return this.answers.read(request);
		}
		return this.answers.read(request);
	}

	/**
	 * Read the responses to requests that have been sent, up to one that is the last on
	 * the connection.
	 */
	List<Answer> read(List<Request> requests) {
		List<Answer> read = new ArrayList<>();
		for (Request request : requests) {
			Answer answer = this.answers.read(request);
			read.add(answer);
			if (answer.ending() != Ending.OPEN) {
				return read;
			}
		}
		return withSurplus(read);
	}

	private List<Answer> withSurplus(List<Answer> read) {
		try {
			if (this.answers.hasMore()) {
				Answer last = read.remove(read.size() - 1);
				read.add(new Answer(last.interim(), last.statusLine(), last.fields(), last.content(), Ending.SURPLUS));
			}
			return read;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
