package io.uringboot.autoconfigure;

import io.uringboot.engine.transport.KernelVersion;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TransportsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			auto     | io_uring | io_uring (kernel %s, 2 loops, sharded accept)
			io_uring | io_uring | io_uring (kernel %s, 2 loops, sharded accept)
			epoll    | epoll    | epoll (kernel %s, 2 loops, sharded accept)
			nio      | nio      | nio (kernel %s, 2 loops)
			""")
	void servesAndTellsOnWhat(String setting, String transport, String line, CapturedOutput output) {
		try (RunningApplication application = RunningApplication.start("uring.transport=" + setting,
				"uring.threads=2")) {
			assertThat(application.get("/hello").text()).isEqualTo("hello");
			assertThat(application.get("/thread").text()).startsWith("uring-http-" + transport);
			assertThat(output).containsOnlyOnce(
					"Uring engine on port " + application.port() + ": " + line.formatted(KernelVersion.current()));
		}
	}

}
