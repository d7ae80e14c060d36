package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import io.uringboot.bench.http.Connection;
import io.uringboot.bench.http.TlsConnector;
import io.uringboot.bench.options.ServerOptions;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import io.uringboot.bench.profile.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Command line of the validation.
 */
@Command(name = "validate", customSynopsis = "bench/validate [OPTION]... NAME", sortOptions = false,
		description = "Starts a server and makes the arena's checks of every HTTP/1.1 profile.",
		exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:all checks passed", "1:a check failed, or the server did not start", "2:wrong options" })
public final class ValidateCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "NAME",
			description = "Server: a twin of bench/serve (native, stock) or a name given by --server.")
	private String name = "";

	@Option(names = "--profiles", split = ",", paramLabel = "NAME", description = "Profiles to validate (all).")
	private List<String> profiles = new ArrayList<>(ArenaProfiles.names());

	@Option(names = "--seed", paramLabel = "NUMBER",
			description = "Seed of the random values, to repeat a run (another one each time).")
	private @Nullable Long seed;

	@Option(names = "--out", paramLabel = "FOLDER",
			description = "Where log and mounted data go (bench/results/validate-<time>).")
	private @Nullable Path out;

	@Mixin
	private ServerOptions serverOptions = new ServerOptions();

	@Override
	public Integer call() throws IOException, GeneralSecurityException {
		try {
			ArenaProfiles.suites(this.profiles);
		}
		catch (IllegalArgumentException ex) {
			throw new ParameterException(this.spec.commandLine(), String.valueOf(ex.getMessage()));
		}
		long usedSeed = (this.seed != null) ? this.seed : System.nanoTime();
		System.out.println("seed " + usedSeed);
		Random random = new Random(usedSeed);
		Path folder = Files.createDirectories(this.serverOptions.results(this.out, "validate-"));
		Mount mount = Mount.write(folder.toAbsolutePath(), random);
		Ports ports = this.serverOptions.ports();
		Path log = folder.resolve(this.name + ".log");
		System.err.println("starting " + this.name);
		try (ServerProcess process = ServerProcess.start(new Children(), this.serverOptions.server(this.name).command(),
				environment(mount), log, ports.cleartext(), this.serverOptions.prepareBound())) {
			Origin http = new Origin(ports.cleartext(), null);
			Origin https = new Origin(ports.tls(), TlsConnector.trusting(mount.certificate()));
			// Further ports open after the first one; if this does not, checks say so
			Connection.awaitListening(ports.tls(), Origin.TIMEOUT);
			boolean green = new Validation(System.out).run(new Server(process, http, https, mount, random),
					this.profiles);
			if (!green) {
				System.out.println("log: " + log);
			}
			return green ? 0 : 1;
		}
		catch (StartException ex) {
			System.out.println("FAIL  start: " + ex.getMessage());
			System.out.println("0 passed, 1 failed");
			return 1;
		}
	}

	private Map<String, String> environment(Mount mount) {
		Map<String, String> environment = new HashMap<>(mount.environment());
		// A plain JVM unless told otherwise, as the arena starts it
		environment.putAll(ServerProcess.environment(this.serverOptions.javaOptions(), this.serverOptions.ports()));
		// Not of HTTP/1.1, and not in the way: any free one will do
		environment.put("H2C_PORT", "0");
		environment.put("H2_PORT", "0");
		return environment;
	}

}
