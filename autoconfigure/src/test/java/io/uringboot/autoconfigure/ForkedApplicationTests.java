package io.uringboot.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import io.uringboot.autoconfigure.forked.HelloApplication;
import io.uringboot.engine.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plain application under conditions that only a JVM of its own can be under.
 */
class ForkedApplicationTests {

	@Test
	void withIoUringBlockedItServesOnEpollAndSaysWhy() throws Exception {
		ForkedJvm.Result result = application().withIoUringBlocked().run();
		assertThat(result.output()).containsOnlyOnce("Serving on epoll instead of io_uring. A seccomp filter")
			.contains("--security-opt seccomp=")
			.containsPattern("Uring engine on port \\d+: epoll \\(")
			.contains("Answer: hello on uring-http-epoll")
			.doesNotContain("WARN", "ERROR");
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void withIoUringBlockedButDemandedItFailsWithCauseAndRemedy() throws Exception {
		ForkedJvm.Result result = application().withIoUringBlocked().withArguments("--uring.transport=io_uring").run();
		assertThat(result.exitCode()).isOne();
		assertThat(result.output()).contains("APPLICATION FAILED TO START",
				"The web server cannot run on io_uring, which uring.transport demands.", "A seccomp filter",
				"--security-opt seccomp=", "uring.transport=auto");
	}

	@Test
	void withoutNativeLibrariesItServesOnNioAndSaysWhatIsMissing() throws Exception {
		ForkedJvm.Result result = application().withoutJars("netty-transport-native-io_uring")
			.withoutJars("netty-transport-native-epoll")
			.run();
		assertThat(result.output()).containsOnlyOnce("Serving on nio instead of io_uring and epoll.")
			.contains("io.netty:netty-transport-native-io_uring:linux-", "io.netty:netty-transport-native-epoll:linux-")
			.containsPattern("Uring engine on port \\d+: nio \\(")
			.contains("Answer: hello on uring-http-nio");
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void restartedByDevToolsItServesOnIoUringAndLeavesNothingBehind() throws Exception {
		ForkedJvm.Result result = ForkedJvm.of(HelloApplication.class)
			.withJvmArguments("-Drestarts=4")
			// DevTools calls the launcher's main method again, with these arguments.
			.withArguments(HelloApplication.class.getName(), "--server.port=0", "--uring.threads=2",
					"--spring.devtools.livereload.enabled=false")
			.run();
		List<String> answers = lines(result, "Answer: ");
		assertThat(answers).as(result.output())
			.hasSize(5)
			.allMatch((answer) -> answer.startsWith("Answer: hello on uring-http-io_uring"));
		List<String> rounds = lines(result, "Round: ");
		assertThat(rounds).as(result.output()).hasSize(5).allMatch((round) -> round.startsWith("Round: 2 event loops"));
		// The first start also opens what stays open, jars for instance.
		assertThat(rounds.subList(1, 5)).containsOnly(rounds.get(1));
	}

	@Test
	void processedAheadOfTimeItServesOnIoUring(@TempDir Path directory) throws Exception {
		Path classes = AotProcessing.of(HelloApplication.class, directory);
		ForkedJvm.Result result = application().withClassPathEntry(classes)
			.withJvmArguments("-Dspring.aot.enabled=true")
			.run();
		assertThat(result.output()).contains("AOT-processed HelloApplication")
			.containsPattern("Uring engine on port \\d+: io_uring \\(")
			.contains("Answer: hello on uring-http-io_uring");
		assertThat(result.exitCode()).isZero();
	}

	private static ForkedJvm application() {
		return ForkedJvm.of(HelloApplication.class)
			.withoutJars("spring-boot-devtools")
			.withArguments("--server.port=0", "--spring.reactor.netty.shutdown-quiet-period=0s");
	}

	private static List<String> lines(ForkedJvm.Result result, String prefix) {
		return result.output().lines().filter((line) -> line.startsWith(prefix)).toList();
	}

}
