package io.uringboot.engine.testkit;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import io.netty.util.ResourceLeakTracker;

/**
 * Sees every leak that Netty's detectors report, at level paranoid. Has to be installed
 * before the first buffer is made.
 */
final class LeakWatch {

	private static final long COLLECTION_TIMEOUT_MILLIS = 5000;

	private static final Queue<ResourceLeakDetector<Object>> detectors = new ConcurrentLinkedQueue<>();

	private static final Queue<String> leaks = new ConcurrentLinkedQueue<>();

	private LeakWatch() {
	}

	static void install() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Factory());
	}

	/**
	 * Collects garbage and takes out what has leaked since the last time.
	 * @return Netty's reports
	 */
	static List<String> takeLeaks() throws InterruptedException {
		// The reference handler may lag behind one collection, but not behind two.
		for (int round = 0; round < 2; round++) {
			collectGarbage();
			detectors.forEach(LeakWatch::report);
		}
		List<String> taken = new ArrayList<>();
		for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
			taken.add(leak);
		}
		return taken;
	}

	private static void collectGarbage() throws InterruptedException {
		ReferenceQueue<Object> queue = new ReferenceQueue<>();
		WeakReference<Object> marker = new WeakReference<>(new Object(), queue);
		System.gc();
		if (queue.remove(COLLECTION_TIMEOUT_MILLIS) != marker) {
			throw new IllegalStateException("Garbage has not been collected");
		}
	}

	/**
	 * A detector reports when the next resource is tracked.
	 */
	private static void report(ResourceLeakDetector<Object> detector) {
		Object resource = new Object();
		ResourceLeakTracker<Object> tracker = detector.track(resource);
		if (tracker != null) {
			tracker.close(resource);
		}
	}

	private static final class Factory extends ResourceLeakDetectorFactory {

		@Override
		@SuppressWarnings("unchecked")
		public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
			ResourceLeakDetector<T> detector = new RecordingDetector<>(resource, samplingInterval);
			detectors.add((ResourceLeakDetector<Object>) detector);
			return detector;
		}

		@Override
		@Deprecated
		public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval,
				long maxActive) {
			return newResourceLeakDetector(resource, samplingInterval);
		}

	}

	private static final class RecordingDetector<T> extends ResourceLeakDetector<T> {

		private RecordingDetector(Class<T> resource, int samplingInterval) {
			super(resource, samplingInterval);
		}

		@Override
		protected boolean needReport() {
			return true;
		}

		@Override
		protected void reportTracedLeak(String resourceType, String records) {
			leaks.add(resourceType + " was not released before it was collected:" + records);
		}

		@Override
		protected void reportUntracedLeak(String resourceType) {
			leaks.add(resourceType + " was not released before it was collected");
		}

	}

}
