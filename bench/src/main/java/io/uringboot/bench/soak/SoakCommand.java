package io.uringboot.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.uringboot.bench.generator.RequestFiles;
import io.uringboot.bench.options.LoadOptions;
import io.uringboot.bench.options.ServerOptions;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.Pinning;
import io.uringboot.bench.process.ProcFs;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.Profiles;
import io.uringboot.bench.report.SoakReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command line of the soak.
 */
@Command(name = "soak", customSynopsis = "bench/soak [NAME] [OPTION]...", sortOptions = false,
		description = "Puts one process under all loads, one after another and several times, and looks what stays.",
		exitCodeListHeading = "Exit codes:%n", exitCodeList = { "0:no load failed and nothing grew",
				"1:something is wrong; the report says what", "2:wrong options" })
public final class SoakCommand implements Callable<Integer> {

	private static final int SPARE_DESCRIPTORS = 300;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "NAME", defaultValue = "native",
			description = "Server: one of bench/serve or a name given by --server (${DEFAULT-VALUE}).")
	private String name = "";

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
	private int rounds;

	@Option(names = "--profiles", split = ",", paramLabel = "NAME", defaultValue = "all",
			description = "Profiles, in this order (${DEFAULT-VALUE}).")
	private List<String> profiles = new ArrayList<>();

	@Option(names = "--connections", split = ",", paramLabel = "N", defaultValue = "512,4096",
			description = "Connection counts of each profile, where the arena goes as far (${DEFAULT-VALUE}).")
	private List<Integer> connections = new ArrayList<>();

	@Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "5",
			description = "Length of a load (${DEFAULT-VALUE}).")
	private int duration;

	@Option(names = "--max-error-lines", paramLabel = "N", defaultValue = "10",
			description = "Lines of errors the log may gain (${DEFAULT-VALUE}).")
	private long maxErrorLines;

	@Option(names = "--max-rss-growth", paramLabel = "MB", defaultValue = "64",
			description = "Growth of resident memory after the first round (${DEFAULT-VALUE}).")
	private long maxResidentGrowth;

	@Mixin
	private LoadOptions loadOptions = new LoadOptions();

	@Option(names = "--out", paramLabel = "FOLDER",
			description = "Where report and log go (bench/results/soak-<time>).")
	private @Nullable Path out;

	@Mixin
	private ServerOptions serverOptions = new ServerOptions();

	@Override
	public Integer call() throws IOException {
		SoakSettings settings = settings();
		settings.pinning().pinThisProgram();
		Path folder = this.serverOptions.results(this.out, "soak-");
		Files.createDirectories(folder);
		// A heap touched from the start keeps its growth out of the resident memory.
		String javaOptions = this.serverOptions.javaOptions(settings.pinning().serverCpuCount())
				+ " -XX:+AlwaysPreTouch";
		Children children = new Children();
		System.err.println("starting " + this.name);
		try (RequestFiles files = new RequestFiles(this.serverOptions.ports());
				ServerProcess process = ServerProcess.start(children,
						settings.pinning().server(this.serverOptions.server(this.name).command()),
						ServerProcess.environment(javaOptions, this.serverOptions.ports()),
						folder.resolve(this.name + ".log"), this.serverOptions.ports().cleartext(),
						this.serverOptions.prepareBound())) {
			Soak soak = new Soak(process, this.name, settings, children, this.loadOptions.generators(), files,
					System.err);
			String shortage = shortage(process, soak.most());
			if (shortage != null) {
				System.out.println("FAILED: " + shortage);
				return 1;
			}
			SoakReport report = stopped(process,
					soak.run(new Limits(this.maxErrorLines, this.maxResidentGrowth * 1024)));
			write(folder, report);
			System.out.print(report.text());
			System.out.println("Report: " + folder.resolve("soak.md"));
			return report.faults().isEmpty() ? 0 : 1;
		}
		catch (StartException ex) {
			System.out.println("FAILED: " + ex.getMessage());
			return 1;
		}
	}

	private static SoakReport stopped(ServerProcess process, SoakReport report) {
		if (process.stop()) {
			return report;
		}
		List<String> faults = new ArrayList<>(report.faults());
		faults.add("it did not stop when asked and was killed");
		return new SoakReport(report.server(), report.fresh(), report.rows(), List.copyOf(faults));
	}

	private static @Nullable String shortage(ServerProcess process, int connections) throws IOException {
		ProcFs proc = new ProcFs();
		long limit = Math.min(proc.openFileLimit(ProcessHandle.current().pid()), proc.openFileLimit(process.pid()));
		return (limit >= connections + SPARE_DESCRIPTORS) ? null : "the limit of open files is " + limit
				+ ", too low for " + connections + " connections; raise it with " + "ulimit -n";
	}

	private static void write(Path folder, SoakReport report) throws IOException {
		Files.writeString(folder.resolve("soak.md"), report.text());
		Files.write(folder.resolve("soak.json"),
				JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(report));
	}

	private SoakSettings settings() {
		try {
			if (this.rounds < 1 || this.duration < 1 || this.connections.stream().anyMatch((count) -> count < 1)) {
				throw new IllegalArgumentException("--rounds, --duration and --connections must be at least 1");
			}
			Pinning pinning = this.loadOptions.pinning();
			return new SoakSettings(Profiles.chosen(this.profiles), this.rounds, this.duration,
					List.copyOf(this.connections), pinning, Duration.ofSeconds(15));
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(this.spec.commandLine(), String.valueOf(ex.getMessage()), ex);
		}
	}

}
