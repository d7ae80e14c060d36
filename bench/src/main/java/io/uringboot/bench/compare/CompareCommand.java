package io.uringboot.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.uringboot.bench.options.LoadOptions;
import io.uringboot.bench.options.ServerOptions;
import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.report.MarkdownReport;
import io.uringboot.bench.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Command line of the paired comparison.
 */
@Command(name = "compare", customSynopsis = "bench/compare [OPTION]...", sortOptions = false,
		description = "Measures servers in turn with the same load and reports their ratios.",
		exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:every run counts", "1:a run failed; the report says which and why", "2:wrong options" })
public final class CompareCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Mixin
	private ServerOptions serverOptions = new ServerOptions();

	@Option(names = "--servers", split = ",", paramLabel = "NAME", defaultValue = "native,stock",
			description = "Servers to compare: twins of bench/serve or names given by --server (${DEFAULT-VALUE}).")
	private List<String> servers = new ArrayList<>();

	@Option(names = "--reference", paramLabel = "NAME",
			description = "Server that ratios are against (stock if among them, else the last).")
	private @Nullable String reference;

	@Option(names = "--profiles", split = ",", paramLabel = "NAME",
			description = "Profiles to measure, or all (baseline,pipelined,json,limited-conn).")
	private List<String> profiles = Profiles.DEFAULT;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
	private int rounds;

	@Option(names = "--duration", paramLabel = "SECONDS",
			description = "Length of a measured window (10; with --cold 5).")
	private @Nullable Integer duration;

	@Option(names = "--warm-up", paramLabel = "SECONDS",
			description = "Length of the same load before each window (20; with --cold none).")
	private @Nullable Integer warmUp;

	@Option(names = "--cold", description = "A fresh process for every profile, measured from its first request on.")
	private boolean cold;

	@Option(names = "--connections", split = ",", paramLabel = "[PROFILE=]N",
			description = "Connections, of all profiles but upload or of one (64, upload 8, async 2000, api-16 256).")
	private List<String> connections = new ArrayList<>();

	@Option(names = "--rate", paramLabel = "N", description = "Requests per second of latency-10k (10000).")
	private @Nullable Integer rate;

	@Mixin
	private LoadOptions loadOptions = new LoadOptions();

	@Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (bench/results/<time>).")
	private @Nullable Path out;

	@Override
	public Integer call() throws IOException {
		Settings settings = settings();
		settings.pinning().pinThisProgram();
		Files.createDirectories(settings.folder());
		Children children = new Children();
		try (RequestFiles files = new RequestFiles(settings.ports())) {
			Report report = new Comparison(settings, children, files, new Progress(System.err)).run();
			System.out.print(new MarkdownReport(report).results());
			System.out.println("Report: " + settings.folder().resolve("report.md"));
			return report.isClean() ? 0 : 1;
		}
	}

	private Settings settings() {
		try {
			Pinning pinning = this.loadOptions.pinning();
			Map<String, ServerDefinition> definitions = new LinkedHashMap<>();
			this.servers.forEach((name) -> definitions.put(name, this.serverOptions.server(name)));
			return new Settings(List.copyOf(definitions.values()), reference(List.copyOf(definitions.keySet())),
					profiles(), atLeast(1, this.rounds, "--rounds"),
					atLeast(1, (this.duration != null) ? this.duration : (this.cold ? 5 : 10), "--duration"), warmUp(),
					this.cold, pinning, this.loadOptions.generators(),
					this.serverOptions.javaOptions(pinning.serverCpuCount()), this.serverOptions.ports(),
					this.serverOptions.prepareBound(), this.serverOptions.startBound(),
					this.serverOptions.results(this.out, ""), this.serverOptions.projectDirectory());
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(this.spec.commandLine(), String.valueOf(ex.getMessage()), ex);
		}
	}

	private int warmUp() {
		if (this.cold && this.warmUp != null && this.warmUp > 0) {
			throw new IllegalArgumentException("--cold and --warm-up exclude each other");
		}
		return atLeast(0, (this.warmUp != null) ? this.warmUp : (this.cold ? 0 : 20), "--warm-up");
	}

	private String reference(List<String> names) {
		String chosen = (this.reference != null) ? this.reference
				: (names.contains("stock") ? "stock" : names.get(names.size() - 1));
		if (!names.contains(chosen)) {
			throw new IllegalArgumentException("the reference " + chosen + " is not among the servers");
		}
		return chosen;
	}

	private List<Profile> profiles() {
		ConnectionCounts counts = ConnectionCounts.parse(this.connections);
		return Profiles.chosen(this.profiles).stream().map(counts::apply).map(this::rated).toList();
	}

	private Profile rated(Profile profile) {
		return (profile.rate() > 0 && this.rate != null) ? profile.atRate(atLeast(1, this.rate, "--rate")) : profile;
	}

	private static int atLeast(int least, int value, String option) {
		if (value < least) {
			throw new IllegalArgumentException(option + " must be at least " + least);
		}
		return value;
	}

}
