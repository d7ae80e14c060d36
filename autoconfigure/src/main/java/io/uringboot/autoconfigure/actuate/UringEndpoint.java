package io.uringboot.autoconfigure.actuate;

import java.util.function.Supplier;

import io.uringboot.autoconfigure.ServerState;
import io.uringboot.autoconfigure.fastpath.FastPathReport;
import io.uringboot.engine.fastpath.FastPath;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Endpoint that tells what the server stands on, and which requests its fast path
 * answers.
 */
@Endpoint(id = "uring")
final class UringEndpoint {

	private final Supplier<ServerState> server;

	private final @Nullable FastPath fastPath;

	private final @Nullable Supplier<FastPathReport> report;

	UringEndpoint(Supplier<ServerState> server, @Nullable FastPath fastPath,
			@Nullable Supplier<FastPathReport> report) {
		this.server = server;
		this.fastPath = fastPath;
		this.report = report;
	}

	/** The engine in the state that it is in. */
	@ReadOperation
	UringDescriptor uring() {
		FastPathDescriptor fastPath = (this.fastPath != null && this.report != null)
				? FastPathDescriptor.of(this.report.get(), this.fastPath) : null;
		return new UringDescriptor(this.server.get(), fastPath);
	}

	/**
	 * The engine.
	 *
	 * @param server what the server stands on
	 * @param fastPath its fast path, if it is switched on
	 */
	record UringDescriptor(ServerState server, @Nullable FastPathDescriptor fastPath) implements OperationResponseBody {

	}

}
