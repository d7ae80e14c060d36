package io.uringboot.bench.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.uringboot.bench.options.ServerOptions;
import io.uringboot.bench.process.Children;
import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.process.ServerProcess;
import io.uringboot.bench.process.StartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command line of the connection storm.
 */
@Command(name = "storm", customSynopsis = "bench/storm [OPTION]... [NAME]", sortOptions = false,
		description = "Opens, uses and resets many connections again and again and shows what a server keeps of it.",
		exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:the server is as it was", "1:it is not, or did not start", "2:wrong options" })
public final class StormCommand implements Callable<Integer> {

	private static final Duration SETTLING = Duration.ofSeconds(30);

	@Parameters(paramLabel = "NAME", defaultValue = "native",
			description = "Server: a twin of bench/serve or a name given by --server (${DEFAULT-VALUE}).")
	private String name = "";

	@Option(names = "--connections", paramLabel = "N", defaultValue = "4096",
			description = "Connections open at once (${DEFAULT-VALUE}).")
	private int connections;

	@Option(names = "--waves", paramLabel = "N", defaultValue = "10", description = "Waves (${DEFAULT-VALUE}).")
	private int waves;

	@Option(names = "--max-error-lines", paramLabel = "N", defaultValue = "10",
			description = "Lines of errors the log may gain (${DEFAULT-VALUE}).")
	private long maxErrorLines;

	@Option(names = "--max-rss-growth", paramLabel = "MB", defaultValue = "64",
			description = "Growth of resident memory after the first wave (${DEFAULT-VALUE}).")
	private long maxResidentGrowth;

	@Option(names = "--max-off-heap-growth", paramLabel = "MB", defaultValue = "32",
			description = "Growth of memory outside the heap after the first wave (${DEFAULT-VALUE}).")
	private long maxOffHeapGrowth;

	@Option(names = "--out", paramLabel = "FOLDER", description = "Where the log goes (bench/results/storm-<time>).")
	private @Nullable Path out;

	@Mixin
	private ServerOptions serverOptions = new ServerOptions();

	@Override
	public Integer call() throws IOException {
		Path folder = this.serverOptions.results(this.out, "storm-");
		Files.createDirectories(folder);
		Path log = folder.resolve(this.name + ".log");
		ServerDefinition server = this.serverOptions.server(this.name);
		// A heap touched from the start keeps its growth out of the resident memory.
		String javaOptions = this.serverOptions.javaOptions(Runtime.getRuntime().availableProcessors())
				+ " -XX:+AlwaysPreTouch " + NativeMemory.JVM_FLAG;
		System.err.println("starting " + this.name);
		List<String> faults;
		try (ServerProcess process = ServerProcess.start(new Children(), server.command(),
				ServerProcess.environment(javaOptions, this.serverOptions.ports()), log,
				this.serverOptions.ports().cleartext(), this.serverOptions.prepareBound())) {
			System.err.println(this.waves + " × " + this.connections + " connections");
			faults = new ArrayList<>(new Storm(process, SETTLING, System.out).run(this.connections, this.waves,
					new Limits(this.maxErrorLines, this.maxResidentGrowth * 1024, this.maxOffHeapGrowth * 1024)));
			if (!process.stop()) {
				faults.add("it did not stop when asked and was killed");
			}
		}
		catch (StartException ex) {
			faults = List.of(String.valueOf(ex.getMessage()));
		}
		faults.forEach((fault) -> System.out.println("FAILED: " + fault));
		System.out.println(faults.isEmpty() ? "The server is as it was." : "Log: " + log);
		return faults.isEmpty() ? 0 : 1;
	}

}
