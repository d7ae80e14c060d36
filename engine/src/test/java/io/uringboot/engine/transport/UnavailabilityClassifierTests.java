package io.uringboot.engine.transport;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.uringboot.engine.transport.Unavailability.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link UnavailabilityClassifier}. The messages are those of Netty, of the C
 * library and of the dynamic loaders.
 */
class UnavailabilityClassifierTests {

	private static final String NATIVE_LIBRARY = "META-INF/native/libnetty_transport_native_io_uring42_x86_64.so";

	private static final String UNPACKED = "/tmp/libnetty_transport_native_io_uring42_x86_64123.so: ";

	private static final Facts LINUX = new Facts("Linux", "6.18.44", "amd64", "0", "0", (resource) -> false);

	@ParameterizedTest
	@MethodSource
	void failureIsToldApart(Facts facts, Throwable failure, Kind kind, String description, String remedy) {
		Unavailability unavailability = facts.classifier().classify(Transport.IO_URING, failure);
		assertThat(unavailability.kind()).isEqualTo(kind);
		assertThat(unavailability.description()).contains(description).endsWith(".");
		assertThat(unavailability.remedy()).contains(remedy).endsWith(".");
		assertThat(unavailability.transport()).isEqualTo(Transport.IO_URING);
		assertThat(unavailability.cause()).isSameAs(failure);
	}

	static Stream<Arguments> failureIsToldApart() {
		return Stream.of(
				arguments(LINUX.withOs("Mac OS X"),
						new ExceptionInInitializerError(new IllegalStateException("Only supported on Linux")),
						Kind.NOT_LINUX, "this is Mac OS X", "Linux"),
				arguments(LINUX,
						new UnsupportedOperationException(
								"Native transport was explicit disabled with -Dio.netty.transport.noNative=true"),
						Kind.DISABLED, "-Dio.netty.transport.noNative", "Remove"),
				arguments(LINUX, new NoClassDefFoundError("io/netty/channel/uring/IoUring"),
						Kind.NATIVE_LIBRARY_MISSING, "classes of io_uring",
						"io.netty:netty-transport-classes-io_uring"),
				arguments(LINUX, missingLibrary(), Kind.NATIVE_LIBRARY_MISSING, "for x86_64",
						"io.netty:netty-transport-native-io_uring:linux-x86_64"),
				arguments(LINUX.withResources((resource) -> resource.endsWith("_aarch_64.so")), missingLibrary(),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "is for aarch_64, this is x86_64",
						"io.netty:netty-transport-native-io_uring:linux-x86_64"),
				arguments(LINUX.withArch("aarch64"),
						unsatisfied(UNPACKED + "cannot open shared object file: No such file or directory "
								+ "(Possible cause: can't load AMD 64 .so on a AARCH64 platform)"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "loaded: cannot open shared object file", "linux-aarch_64"),
				arguments(LINUX, unsatisfied(UNPACKED + "invalid ELF header"), Kind.NATIVE_LIBRARY_INCOMPATIBLE,
						"loaded: invalid ELF header", "linux-x86_64"),
				arguments(LINUX,
						unsatisfied(UNPACKED + "Error loading shared library ld-linux-x86-64.so.2: "
								+ "No such file or directory (needed by /tmp/libnetty.so)"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "cannot be loaded", "glibc"),
				arguments(LINUX, unsatisfied("Error relocating /tmp/libnetty.so: __strdup: symbol not found"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "symbol not found", "glibc"),
				arguments(LINUX,
						unsatisfied("/lib64/libc.so.6: version `GLIBC_2.34' not found (required by /tmp/libnetty.so)"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "GLIBC_2.34", "glibc"),
				arguments(LINUX, unsatisfied(UNPACKED + "failed to map segment from shared object"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "map segment", "-Dio.netty.native.workdir"),
				arguments(LINUX,
						unsatisfied("'int io.netty.channel.uring.NativeStaticallyReferencedJniMethods.msgCtrunc()'"),
						Kind.NATIVE_LIBRARY_INCOMPATIBLE, "another Netty version", "BOM"),
				arguments(LINUX.withKernel("5.4.0-42"),
						new UnsupportedOperationException(
								"you need at least kernel version 5.9, current kernel version: 5.4.0-42"),
						Kind.KERNEL_TOO_OLD, "Kernel 5.4.0-42", "5.9"),
				arguments(LINUX.withKernel("5.10.0"),
						new UnsupportedOperationException("Not all operations are supported: [6, 11]"),
						Kind.KERNEL_TOO_OLD, "Not all operations", "5.9"),
				arguments(LINUX.withKernel("5.15.0"),
						new UnsupportedOperationException("IORING_REGISTER_PBUF_RING is not supported"),
						Kind.KERNEL_TOO_OLD, "IORING_REGISTER_PBUF_RING", "Switch provided-buffer rings off"),
				arguments(LINUX, ringFailure("Function not implemented"), Kind.KERNEL_TOO_OLD, "has no io_uring",
						"CONFIG_IO_URING"),
				arguments(LINUX.withSeccomp("2"), ringFailure("Function not implemented"), Kind.NOT_PERMITTED,
						"ENOSYS under the seccomp filter", "seccomp"),
				arguments(LINUX.withSeccomp("2"), ringFailure("Operation not permitted"), Kind.NOT_PERMITTED,
						"A seccomp filter", "--security-opt"),
				arguments(LINUX.withSeccomp("2").withIoUringDisabled("2"), ringFailure("Operation not permitted"),
						Kind.NOT_PERMITTED, "kernel.io_uring_disabled=2", "kernel.io_uring_disabled=0"),
				arguments(LINUX.withIoUringDisabled("1"), ringFailure("Operation not permitted"), Kind.NOT_PERMITTED,
						"outside the group kernel.io_uring_group", "kernel.io_uring_disabled=0"),
				arguments(LINUX.withSeccomp("2").withIoUringDisabled(null), ringFailure("Operation not permitted"),
						Kind.NOT_PERMITTED, "A seccomp filter", "--security-opt"),
				arguments(LINUX, ringFailure("Permission denied"), Kind.NOT_PERMITTED, "(EACCES)", "SELinux"),
				arguments(LINUX.withSeccomp("2"), new IllegalStateException("An event loop stopped",
						new UncheckedIOException(
								new IOException("io_uring_enter(..) failed with error(-1): Operation not permitted"))),
						Kind.NOT_PERMITTED, "A seccomp filter", "io_uring_enter"),
				arguments(LINUX,
						childFailure(new RuntimeException(
								"failed to allocate memory for io_uring ring; try raising memlock limit "
										+ "(see getrlimit(RLIMIT_MEMLOCK, ...) or ulimit -l): Cannot allocate memory")),
						Kind.MEMORY_LOCK_LIMIT, "65536 bytes", "ulimit -l"),
				arguments(LINUX, ringFailure("Too many open files"), Kind.OPEN_FILE_LIMIT, "limit is 1024",
						"ulimit -n"),
				arguments(LINUX, ringFailure("Too many open files in system"), Kind.OPEN_FILE_LIMIT, "The system",
						"fs.file-max"),
				arguments(LINUX,
						unsatisfied("could not load a native library: netty_transport_native_io_uring42_x86_64",
								new FileNotFoundException("/tmp/libnetty.so (Too many open files)")),
						Kind.OPEN_FILE_LIMIT, "limit is 1024", "ulimit -n"),
				arguments(LINUX,
						childFailure(new UncheckedIOException(
								new IOException("io_uring_register(..) failed with error(-22): Invalid argument"))),
						Kind.RING_CREATION_FAILED, "Invalid argument", "another transport"));
	}

	@Test
	void nioIsNotBoundToLinux() {
		Unavailability unavailability = LINUX.withOs("Windows Server 2025")
			.classifier()
			.classify(Transport.NIO, new IllegalStateException("failed to open a new selector"));
		assertThat(unavailability.kind()).isEqualTo(Kind.RING_CREATION_FAILED);
	}

	@Test
	void sysctlOfIoUringDoesNotExplainEpoll() {
		Unavailability unavailability = LINUX.withIoUringDisabled("2")
			.classifier()
			.classify(Transport.EPOLL, new RuntimeException("epoll_create1() failed: Operation not permitted"));
		assertThat(unavailability.description()).contains("epoll").doesNotContain("io_uring");
	}

	@Test
	void exceptionSaysWhatAndWhatToDo() {
		Unavailability unavailability = LINUX.classifier().classify(Transport.IO_URING, missingLibrary());
		assertThat(new TransportUnavailableException(unavailability))
			.hasMessage(unavailability.description() + " " + unavailability.remedy())
			.hasCause(unavailability.cause());
	}

	private static Throwable ringFailure(String error) {
		return new RuntimeException("failed to create io_uring ring fd: " + error);
	}

	private static Throwable childFailure(Throwable cause) {
		return new IllegalStateException("failed to create a child event loop", cause);
	}

	private static Throwable missingLibrary() {
		return unsatisfied("could not load a native library: netty_transport_native_io_uring42_x86_64",
				new FileNotFoundException(NATIVE_LIBRARY));
	}

	private static Throwable unsatisfied(String message) {
		return new UnsatisfiedLinkError(message);
	}

	private static Throwable unsatisfied(String message, Throwable cause) {
		return new UnsatisfiedLinkError(message).initCause(cause);
	}

	record Facts(String os, String kernel, String arch, String ioUringDisabled, String seccomp,
			Predicate<String> resources) {

		UnavailabilityClassifier classifier() {
			return new UnavailabilityClassifier(new SystemFacts(this.os, this.kernel, this.arch, this.ioUringDisabled,
					this.seccomp, "65536 bytes", "1024", this.resources));
		}

		Facts withOs(String os) {
			return new Facts(os, this.kernel, this.arch, this.ioUringDisabled, this.seccomp, this.resources);
		}

		Facts withKernel(String kernel) {
			return new Facts(this.os, kernel, this.arch, this.ioUringDisabled, this.seccomp, this.resources);
		}

		Facts withArch(String arch) {
			return new Facts(this.os, this.kernel, arch, this.ioUringDisabled, this.seccomp, this.resources);
		}

		Facts withIoUringDisabled(String ioUringDisabled) {
			return new Facts(this.os, this.kernel, this.arch, ioUringDisabled, this.seccomp, this.resources);
		}

		Facts withSeccomp(String seccomp) {
			return new Facts(this.os, this.kernel, this.arch, this.ioUringDisabled, seccomp, this.resources);
		}

		Facts withResources(Predicate<String> resources) {
			return new Facts(this.os, this.kernel, this.arch, this.ioUringDisabled, this.seccomp, resources);
		}

	}

}
