package io.uringboot.bench.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.uringboot.bench.options.ServerOptions;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.Profile;
import io.uringboot.bench.profile.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Command line of the checks without a load.
 */
@Command(name = "check", customSynopsis = "bench/check [NAME] [OPTION]...", sortOptions = false,
		description = "Starts a server and judges its answers to every request, without any load.",
		exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:all answers are right", "1:one is not, or the server does not start", "2:wrong options" })
public final class CheckCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "NAME", defaultValue = "native",
			description = "Server: one of bench/serve or a name given by --server (${DEFAULT-VALUE}).")
	private String name = "";

	@Option(names = "--profiles", split = ",", paramLabel = "NAME", defaultValue = "all",
			description = "Profiles to check (${DEFAULT-VALUE}).")
	private List<String> profiles = new ArrayList<>();

	@Mixin
	private ServerOptions serverOptions = new ServerOptions();

	@Override
	public Integer call() throws IOException {
		List<Profile> chosen = chosen();
		Path log = Files.createTempFile("uring-bench-check", ".log");
		System.err.println("starting " + this.name + ", log: " + log);
		try (ServerProcess process = ServerProcess.start(new Children(), this.serverOptions.server(this.name).command(),
				ServerProcess.environment(this.serverOptions.javaOptions(Runtime.getRuntime().availableProcessors()),
						this.serverOptions.ports()),
				log, this.serverOptions.ports().cleartext(), this.serverOptions.prepareBound())) {
			int faults = 0;
			for (Profile profile : chosen) {
				String fault = Check.of(this.name, this.serverOptions.ports(), profile).fault();
				System.out.println(profile.name() + ": " + ((fault != null) ? fault : "right"));
				faults += (fault != null) ? 1 : 0;
			}
			if (!process.isAlive()) {
				System.out.println("died: " + process.obituary());
			}
			return (faults == 0) ? 0 : 1;
		}
		catch (StartException ex) {
			System.out.println("FAILED: " + ex.getMessage());
			return 1;
		}
	}

	private List<Profile> chosen() {
		try {
			return Profiles.chosen(this.profiles);
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(this.spec.commandLine(), String.valueOf(ex.getMessage()), ex);
		}
	}

}
