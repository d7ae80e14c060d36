package io.uringboot.bench.websocket;

/**
 * What a loop has counted.
 */
final class LoadCounts {

	/** Right echoes. */
	long echoes;

	/** Bytes of echoes. */
	long bytes;

	/** Connections that brought something else than what they must. */
	long wrong;

	/** Connections that could not be made and upgraded. */
	long connect;

	/** Connections that broke off. */
	long read;

	void add(LoadCounts others) {
		this.echoes += others.echoes;
		this.bytes += others.bytes;
		this.wrong += others.wrong;
		this.connect += others.connect;
		this.read += others.read;
	}

}
