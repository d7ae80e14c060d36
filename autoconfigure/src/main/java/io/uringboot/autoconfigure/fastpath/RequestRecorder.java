package io.uringboot.autoconfigure.fastpath;

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
		public void stop(long started, int status) {
			// nobody observes requests
		}

	};

	/**
	 * Start a request.
	 * @return when it was started
	 */
	long start();

	/**
	 * Record a request that has been answered.
	 * @param started when it was started
	 * @param status the status code of the answer
	 */
	void stop(long started, int status);

}
