package io.uringboot.bench.soak;

import java.util.ArrayList;
import java.util.List;

import io.uringboot.bench.report.SoakReading;
import io.uringboot.bench.report.SoakRow;
import org.jspecify.annotations.Nullable;

/**
 * What a server may hold or say more after a soak.
 *
 * @param errorLines lines of errors in its log
 * @param residentKilobytes growth of resident memory after the first round, which brings
 * what comes with first use and stays: threads, buffer pools, compiled code
 */
record Limits(long errorLines, long residentKilobytes) {

	List<String> faults(SoakReading fresh, List<SoakRow> rows) {
		List<String> faults = new ArrayList<>();
		long failed = rows.stream().filter((row) -> row.failure() != null).count();
		if (failed > 0) {
			faults.add(failed + " of " + rows.size() + " loads failed");
		}
		SoakReading last = lastOf(rows, Integer.MAX_VALUE);
		SoakReading first = lastOf(rows, 1);
		if (last == null || first == null) {
			return faults;
		}
		if (last.connections() > fresh.connections()) {
			faults.add((last.connections() - fresh.connections()) + " connections were not closed");
		}
		long growth = last.residentKilobytes() - first.residentKilobytes();
		if (growth > this.residentKilobytes) {
			faults.add("resident memory grew by " + growth + " kB after the first round");
		}
		long errors = last.errorLines() - fresh.errorLines();
		if (errors > this.errorLines) {
			faults.add(errors + " lines of errors in the log");
		}
		return faults;
	}

	/**
	 * The last reading of a round or an earlier one.
	 */
	private static @Nullable SoakReading lastOf(List<SoakRow> rows, int round) {
		return rows.stream()
			.filter((row) -> row.round() <= round && row.after() != null)
			.reduce((earlier, later) -> later)
			.map(SoakRow::after)
			.orElse(null);
	}

}
