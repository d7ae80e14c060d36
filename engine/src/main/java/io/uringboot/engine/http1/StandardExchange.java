package io.uringboot.engine.http1;

/**
 * The one request that is on the standard path: what of it is still open. The next
 * request is taken in only when nothing is.
 */
final class StandardExchange {

	private boolean open;

	private boolean contentReceived;

	private boolean contentStarted;

	private boolean responseStarted;

	private boolean responseWritten;

	private boolean terminated;

	private boolean expectContinue;

	private boolean continueSent;

	private boolean persistent;

	private boolean http11;

	private boolean endedByClose;

	private boolean last;

	void start(RequestHead head) {
		this.open = true;
		this.contentReceived = head.hasNoContent();
		this.contentStarted = false;
		this.responseStarted = false;
		this.responseWritten = false;
		this.terminated = false;
		this.expectContinue = head.isExpectContinue() && head.isHttp11();
		this.continueSent = false;
		this.persistent = head.isKeepAlive();
		this.http11 = head.isHttp11();
		this.endedByClose = false;
		this.last = false;
	}

	boolean isHttp11() {
		return this.http11;
	}

	void contentStarted() {
		this.contentStarted = true;
	}

	void contentReceived() {
		this.contentReceived = true;
	}

	void continueSent() {
		this.continueSent = true;
	}

	void responseStarted() {
		this.responseStarted = true;
	}

	void responseWritten() {
		this.responseWritten = true;
	}

	void notPersistent() {
		this.persistent = false;
	}

	/** The content of the response has no other end than the connection's. */
	void endedByClose() {
		this.endedByClose = true;
		this.persistent = false;
	}

	boolean isEndedByClose() {
		return this.open && this.endedByClose;
	}

	/** The server has taken leave of the request. */
	void terminated() {
		this.terminated = true;
	}

	boolean isOpen() {
		return this.open;
	}

	boolean isPersistent() {
		return this.persistent;
	}

	boolean isResponseStarted() {
		return this.open && this.responseStarted;
	}

	boolean isResponseWritten() {
		return this.open && this.responseWritten;
	}

	/**
	 * Whether the client may still wait for 100 while the final response leaves: nobody
	 * can tell then whether the octets that come next are content or a request (RFC 9110
	 * §10.1.1).
	 */
	private boolean isContentUncertain() {
		return this.expectContinue && !this.continueSent && !this.contentStarted && !this.contentReceived;
	}

	/** The connection is to end behind the response. */
	void last() {
		this.last = true;
	}

	/** Whether the response has to say that the connection ends, and to end it. */
	boolean endsConnection() {
		return this.last || isContentUncertain();
	}

	/** Closes the exchange if nothing of it is open any more. */
	boolean finish() {
		if (this.open && this.contentReceived && this.responseWritten && this.terminated) {
			this.open = false;
			return true;
		}
		return false;
	}

}
