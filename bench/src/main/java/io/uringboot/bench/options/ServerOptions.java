package io.uringboot.bench.options;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import io.uringboot.bench.process.ServerDefinition;
import io.uringboot.bench.profile.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options about servers that all commands have.
 */
public final class ServerOptions {

	@Option(names = "--server", paramLabel = "NAME=COMMAND",
			description = "Defines a further server: a command line that stays in the foreground as the process that "
					+ "listens.")
	private Map<String, String> definitions = new LinkedHashMap<>();

	@Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
			description = "Port of 127.0.0.1 the servers listen on (${DEFAULT-VALUE}).")
	private int port;

	@Option(names = "--tls-port", paramLabel = "PORT", defaultValue = "8081",
			description = "The same for HTTP/1.1 over TLS (${DEFAULT-VALUE}).")
	private int tlsPort;

	@Option(names = "--java-opts", paramLabel = "FLAGS",
			description = "JVM flags of all servers, passed as JAVA_OPTS (the JAVA_OPTS of the environment; else, where it "
					+ "is measured, 1 GB heap and SerialGC on one processor, G1 on more).")
	private @Nullable String javaOptions;

	@Option(names = "--start-timeout", paramLabel = "SECONDS", defaultValue = "60",
			description = "Time a server may take to answer (${DEFAULT-VALUE}).")
	private int startTimeout;

	@Option(names = "--prepare-timeout", paramLabel = "SECONDS", defaultValue = "900",
			description = "The same for its first start, which may build it (${DEFAULT-VALUE}).")
	private int prepareTimeout;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Shows this help.")
	private boolean help;

	/**
	 * Returns a server by name.
	 * @param name one defined on the command line, else a twin of the serve script
	 * @return the server
	 */
	public ServerDefinition server(String name) {
		String commandLine = this.definitions.get(name);
		return (commandLine != null) ? ServerDefinition.shell(name, commandLine)
				: ServerDefinition.twin(projectDirectory().resolve("bench"), name);
	}

	/**
	 * Returns the flags for measured virtual machines. Collector and heap are always
	 * explicit: by itself a virtual machine chooses them by what processors and memory it
	 * sees.
	 * @param processors processors of the server
	 * @return the flags
	 */
	public String javaOptions(int processors) {
		String given = javaOptions();
		return !given.isEmpty() ? given : ((processors == 1) ? "-XX:+UseSerialGC" : "-XX:+UseG1GC") + " -Xms1g -Xmx1g";
	}

	/**
	 * Returns the flags that the user wants for the servers' virtual machines.
	 * @return those of the command line or the environment, empty if there are none
	 */
	public String javaOptions() {
		if (this.javaOptions != null) {
			return this.javaOptions;
		}
		String environment = System.getenv("JAVA_OPTS");
		return (environment != null && !environment.isBlank()) ? environment : "";
	}

	/**
	 * Returns the ports of the servers.
	 * @return the ports
	 */
	public Ports ports() {
		return new Ports(this.port, this.tlsPort);
	}

	/**
	 * Returns the bound of a start.
	 * @return the bound
	 */
	public Duration startBound() {
		return Duration.ofSeconds(this.startTimeout);
	}

	/**
	 * Returns the bound of a first start.
	 * @return the bound
	 */
	public Duration prepareBound() {
		return Duration.ofSeconds(this.prepareTimeout);
	}

	/**
	 * Returns the folder for what a program writes.
	 * @param wanted the folder that the user wants, {@code null} for one of this moment
	 * @param prefix beginning of that one's name
	 * @return the folder
	 */
	public Path results(@Nullable Path wanted, String prefix) {
		return (wanted != null) ? wanted : projectDirectory().resolve("bench/results")
			.resolve(prefix + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now()));
	}

	/**
	 * Returns the project's top folder, told by the launching script.
	 * @return the folder
	 */
	public Path projectDirectory() {
		return Path.of(System.getProperty("bench.project", ".")).toAbsolutePath().normalize();
	}

}
