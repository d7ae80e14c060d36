package io.uringboot.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.uringboot.bench.check.Check;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.report.Capture;
import io.uringboot.bench.report.Report;
import io.uringboot.bench.report.ReportFiles;
import io.uringboot.bench.report.Run;
import io.uringboot.bench.report.Start;
import org.jspecify.annotations.Nullable;

/**
 * Measures the servers in turn, round by round. In a round every server has a fresh
 * process to itself; the order turns round from one round to the next, so that what
 * drifts with time meets all alike.
 */
final class Comparison {

	private final Settings settings;

	private final Children children;

	private final RequestFiles files;

	private final Progress progress;

	private final ReportFiles reportFiles;

	private final Map<String, String> identity;

	private final Map<String, Map<String, String>> serverIdentities = new LinkedHashMap<>();

	private final List<Start> starts = new ArrayList<>();

	private final List<Capture> captures = new ArrayList<>();

	private final List<Run> runs = new ArrayList<>();

	private final List<String> incidents = new ArrayList<>();

	/** Why a server, or one of its profiles, is not measured at all. */
	private final Map<String, String> hopeless = new LinkedHashMap<>();

	Comparison(Settings settings, Children children, RequestFiles files, Progress progress) {
		this.settings = settings;
		this.children = children;
		this.files = files;
		this.progress = progress;
		this.reportFiles = new ReportFiles(settings.folder());
		this.identity = MachineIdentity.of(settings);
	}

	Report run() throws IOException {
		this.settings.servers().forEach(this::lookOver);
		this.reportFiles.write(report(0));
		for (int round = 1; round <= this.settings.rounds(); round++) {
			List<ServerDefinition> order = new ArrayList<>(this.settings.servers());
			if (round % 2 == 0) {
				Collections.reverse(order);
			}
			for (ServerDefinition server : order) {
				measure(server, round);
			}
			this.reportFiles.write(report(round));
		}
		return report(this.settings.rounds());
	}

	/**
	 * The first start is not measured: it may build the server, and what is found out
	 * here need not be found out in every round.
	 */
	private void lookOver(ServerDefinition server) {
		this.progress.say("looking over " + server.name());
		try (ServerProcess process = Servers.startUnmeasured(this.settings, this.children, server)) {
			for (Profile profile : this.settings.profiles()) {
				Check check = Check.of(server.name(), this.settings.ports(), profile);
				this.captures.addAll(check.captures());
				String fault = check.fault();
				if (fault != null) {
					this.hopeless.put(key(server, profile), fault);
					this.progress.say("  " + profile.name() + ": " + fault);
				}
			}
			// Last, as the first answer may come before the lines that name what listens.
			this.serverIdentities.put(server.name(), ServerIdentity.of(process));
		}
		catch (StartException ex) {
			this.progress.say("  " + ex.getMessage());
			for (Profile profile : this.settings.profiles()) {
				this.hopeless.put(key(server, profile), String.valueOf(ex.getMessage()));
			}
		}
	}

	private void measure(ServerDefinition server, int round) {
		ServerProcess process = null;
		try {
			for (Profile profile : this.settings.profiles()) {
				String reason = this.hopeless.get(key(server, profile));
				if (reason != null) {
					add(Run.failed(profile.name(), server.name(), round, reason));
					continue;
				}
				if (process != null && (this.settings.cold() || !process.isAlive())) {
					stop(process, server, round);
					process = null;
				}
				try {
					if (process == null) {
						process = start(server, round);
					}
					add(new ProfileRun(this.settings, this.children, this.files, process, server, profile, round)
						.run());
				}
				catch (StartException ex) {
					add(Run.failed(profile.name(), server.name(), round, String.valueOf(ex.getMessage())));
				}
			}
		}
		finally {
			stop(process, server, round);
		}
	}

	private ServerProcess start(ServerDefinition server, int round) throws StartException {
		this.progress.say("round " + round + "/" + this.settings.rounds() + ": starting " + server.name());
		ServerProcess process = Servers.start(this.settings, this.children, server, round);
		this.starts.add(new Start(server.name(), round, process.age().toMillis()));
		return process;
	}

	private void stop(@Nullable ServerProcess process, ServerDefinition server, int round) {
		if (process != null && !process.stop()) {
			String incident = server.name() + " did not stop when asked and was killed in round " + round;
			this.incidents.add(incident);
			this.progress.say("  " + incident);
		}
	}

	private void add(Run run) {
		this.runs.add(run);
		this.progress.say(run);
	}

	private static String key(ServerDefinition server, Profile profile) {
		return server.name() + " " + profile.name();
	}

	private Report report(int roundsDone) {
		return new Report(this.identity, this.settings.servers().stream().map(ServerDefinition::name).toList(),
				this.settings.reference(), this.settings.profiles().stream().map(Profile::name).toList(),
				this.settings.rounds(), roundsDone, this.serverIdentities, Loads.describe(this.settings),
				List.copyOf(this.starts), List.copyOf(this.captures), List.copyOf(this.runs),
				List.copyOf(this.incidents));
	}

}
