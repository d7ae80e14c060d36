package io.uringboot.bench.storm;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server may hold or say more after a storm.
 *
 * @param errorLines lines of errors in its log
 * @param residentKilobytes growth of resident memory after the first wave
 * @param offHeapKilobytes growth of memory outside the heap after the first wave
 */
record Limits(long errorLines, long residentKilobytes, long offHeapKilobytes) {

	/**
	 * Judges a storm. Sockets must be back to those of the fresh server; memory is
	 * compared with what the first wave left, as pools, threads and compiled code come
	 * with the first use and stay.
	 * @param readings the fresh server, then after each wave
	 * @return what is wrong, empty if all is well
	 */
	List<String> faults(List<Reading> readings) {
		Reading fresh = readings.get(0);
		Reading first = readings.get(Math.min(1, readings.size() - 1));
		Reading last = readings.get(readings.size() - 1);
		List<String> faults = new ArrayList<>();
		if (last.sockets() > fresh.sockets()) {
			faults.add((last.sockets() - fresh.sockets()) + " sockets were not closed");
		}
		long resident = last.residentKilobytes() - first.residentKilobytes();
		if (resident > this.residentKilobytes) {
			faults.add("resident memory grew by " + resident + " kB after the first wave");
		}
		if (last.offHeapKilobytes() != null && first.offHeapKilobytes() != null) {
			long offHeap = last.offHeapKilobytes() - first.offHeapKilobytes();
			if (offHeap > this.offHeapKilobytes) {
				faults.add("memory outside the heap grew by " + offHeap + " kB after the first wave");
			}
		}
		long errors = last.errorLines() - fresh.errorLines();
		if (errors > this.errorLines) {
			faults.add(errors + " lines of errors in the log");
		}
		return faults;
	}

}
