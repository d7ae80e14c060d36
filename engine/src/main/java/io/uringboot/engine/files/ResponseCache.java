package io.uringboot.engine.files;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Answers kept up to a weight. When it is exceeded those go that were not used since they
 * were last considered, the oldest first ("second chance"): a hit writes one flag and
 * takes no lock. Thread-safe.
 */
final class ResponseCache {

	private final long maxWeight;

	private final Map<Key, KeptResponse> responses = new ConcurrentHashMap<>();

	/** In the order in which they will be considered; guarded by this. */
	private final Queue<Map.Entry<Key, KeptResponse>> order = new ArrayDeque<>();

	/** Of all in the queue; guarded by this. */
	private long weight;

	ResponseCache(long maxWeight) {
		this.maxWeight = maxWeight;
	}

	@Nullable KeptResponse get(Key key) {
		KeptResponse response = this.responses.get(key);
		if (response != null) {
			response.use();
		}
		return response;
	}

	synchronized void put(Key key, KeptResponse response) {
		if (response.weight() > this.maxWeight) {
			return;
		}
		KeptResponse before = this.responses.put(key, response);
		if (before != null) {
			forget(key, before);
		}
		this.order.add(Map.entry(key, response));
		this.weight += response.weight();
		int chances = this.order.size();
		while (this.weight > this.maxWeight) {
			consider(this.order.remove(), response, chances-- > 0);
		}
	}

	private void consider(Map.Entry<Key, KeptResponse> entry, KeptResponse added, boolean chance) {
		if (entry.getValue() == added || (entry.getValue().takeUsed() && chance)) {
			this.order.add(entry);
		}
		else {
			this.weight -= entry.getValue().weight();
			this.responses.remove(entry.getKey(), entry.getValue());
		}
	}

	synchronized void remove(Key key, KeptResponse response) {
		if (this.responses.remove(key, response)) {
			forget(key, response);
		}
	}

	private void forget(Key key, KeptResponse response) {
		if (this.order.remove(Map.entry(key, response))) {
			this.weight -= response.weight();
		}
	}

	synchronized long weight() {
		return this.weight;
	}

	int size() {
		return this.responses.size();
	}

	/**
	 * What an answer is kept for.
	 *
	 * @param path the path of the request
	 * @param accepted the codings that the client accepts
	 */
	record Key(String path, AcceptedCodings accepted) {

	}

}
