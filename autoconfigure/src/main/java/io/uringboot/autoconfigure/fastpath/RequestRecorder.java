package io.uringboot.autoconfigure.fastpath;

import org.springframework.web.server.ServerWebExchange;

/**
 * Records requests that the fast path answered, where the standard path would observe
 * them. Thread-safe.
 */
interface RequestRecorder {

	/** Records nothing. */
	RequestRecorder NONE = new RequestRecorder() {

		@Override
		public long start() {
			return 0;
		}

		@Override
		public Runnable active() {
			return () -> {
			};
		}

		@Override
		public void stop(long started, int status) {
			// nobody observes requests
		}

		@Override
		public void aborted(long started) {
			// nobody observes requests
		}

		@Override
		public void continueOn(ServerWebExchange exchange, long started) {
			// nobody observes requests
		}

	};

	/**
	 * Start a request.
	 * @return when it was started
	 */
	long start();

	/**
	 * Have a request counted as active whose answer is not ready.
	 * @return to be run when it is not active any more
	 */
	Runnable active();

	/**
	 * Record a request that has been answered.
	 * @param started when it was started
	 * @param status the status code of the answer
	 */
	void stop(long started, int status);

	/**
	 * Record a request whose client has gone before it was answered.
	 * @param started when it was started
	 */
	void aborted(long started);

	/**
	 * Have the standard path, which answers the request after all, count the time from
	 * when it was started.
	 * @param exchange the request there
	 * @param started when it was started
	 */
	void continueOn(ServerWebExchange exchange, long started);

}
