package io.uringboot.engine.transport;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.uringboot.engine.transport.Unavailability.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from what Netty threw, and from what is known about the system, why a
 * transport is unavailable. Netty reports errors of system calls as text alone, so text
 * it is: the C library's words for the error number.
 */
final class UnavailabilityClassifier {

	private static final String FILTER_REMEDY = "Let io_uring_setup, io_uring_enter and io_uring_register pass: "
			+ "in Docker by --security-opt seccomp=<profile that allows them>, "
			+ "in Kubernetes by securityContext.seccompProfile.";

	private final SystemFacts facts;

	UnavailabilityClassifier(SystemFacts facts) {
		this.facts = facts;
	}

	Unavailability classify(Transport transport, Throwable failure) {
		List<Throwable> chain = chain(failure);
		String text = chain.stream()
			.map(Throwable::getMessage)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(System.lineSeparator()));
		Reason reason = reason(transport, chain, text);
		return new Unavailability(transport, reason.kind(), reason.description(), reason.remedy(), failure);
	}

	private Reason reason(Transport transport, List<Throwable> chain, String text) {
		if (transport != Transport.NIO && !KernelVersion.isLinux(this.facts.osName())) {
			return new Reason(Kind.NOT_LINUX, "%s exists on Linux only, this is %s.".formatted(transport, osName()),
					"Run on Linux.");
		}
		if (text.contains("io.netty.transport.noNative")) {
			return new Reason(Kind.DISABLED, "Native transports are switched off by -Dio.netty.transport.noNative.",
					"Remove that system property.");
		}
		if (text.contains("Too many open files")) {
			return openFileLimit(transport, text);
		}
		for (Throwable throwable : chain) {
			if (throwable instanceof NoClassDefFoundError || throwable instanceof ClassNotFoundException) {
				return new Reason(Kind.NATIVE_LIBRARY_MISSING,
						"Netty's classes of %s are not on the class path.".formatted(transport),
						"Add io.netty:%s.".formatted(artifact(transport, "classes")));
			}
			if (throwable instanceof UnsatisfiedLinkError) {
				return nativeLibrary(transport, chain, text);
			}
		}
		if (chain.stream().anyMatch(UnsupportedOperationException.class::isInstance)) {
			return kernelTooOld(transport, text);
		}
		if (text.contains("Function not implemented")) {
			return notImplemented(transport);
		}
		if (text.contains("Operation not permitted") || text.contains("Permission denied")) {
			return notPermitted(transport, text);
		}
		if (text.contains("Cannot allocate memory")) {
			return memoryLockLimit(transport);
		}
		return new Reason(Kind.RING_CREATION_FAILED,
				"Event loops on %s could not be created: %s.".formatted(transport, rootMessage(chain)),
				"Use another transport, and see the stack trace for the cause.");
	}

	private Reason openFileLimit(Transport transport, String text) {
		if (text.contains("Too many open files in system")) {
			return new Reason(Kind.OPEN_FILE_LIMIT,
					"The system has no file descriptor left for the event loops of %s.".formatted(transport),
					"Raise the sysctl fs.file-max.");
		}
		return new Reason(Kind.OPEN_FILE_LIMIT,
				"This process has no file descriptor left for the event loops of %s; its limit is %s."
					.formatted(transport, orUnknown(this.facts.openFileLimit())),
				"Raise the limit (ulimit -n, LimitNOFILE of systemd, --ulimit nofile of Docker).");
	}

	private Reason nativeLibrary(Transport transport, List<Throwable> chain, String text) {
		String missing = chain.stream()
			.filter(FileNotFoundException.class::isInstance)
			.map(Throwable::getMessage)
			.filter(Objects::nonNull)
			.filter((path) -> path.startsWith("META-INF/native/"))
			.findFirst()
			.orElse(null);
		if (missing != null) {
			return nativeLibraryMissing(transport, missing);
		}
		String description = "The native library of %s cannot be loaded: %s.".formatted(transport, loaderMessage(text));
		if (text.contains("io.netty.channel.")) {
			return new Reason(Kind.NATIVE_LIBRARY_INCOMPATIBLE,
					"The native library of %s is of another Netty version: %s is missing in it.".formatted(transport,
							firstLine(text)),
					"Bring all Netty artifacts to one version, best through Netty's BOM.");
		}
		if (text.contains("noexec") || text.contains("failed to map segment")) {
			return new Reason(Kind.NATIVE_LIBRARY_INCOMPATIBLE, description,
					"The directory where Netty unpacks the library forbids execution: "
							+ "give another one by -Dio.netty.native.workdir.");
		}
		if (text.contains("ld-linux") || text.contains("shared library") || text.contains("relocating")
				|| text.contains("GLIBC_") || text.contains("symbol")) {
			return new Reason(Kind.NATIVE_LIBRARY_INCOMPATIBLE, description,
					"The library needs glibc: use an image with it (Debian, Ubuntu, UBI) instead of one with musl "
							+ "(Alpine).");
		}
		return new Reason(Kind.NATIVE_LIBRARY_INCOMPATIBLE, description,
				"Put the one for this processor on the class path: io.netty:%s:linux-%s."
					.formatted(artifact(transport, "native"), nettyArch()));
	}

	private Reason nativeLibraryMissing(Transport transport, String path) {
		String remedy = "Put io.netty:%s:linux-%s on the class path.".formatted(artifact(transport, "native"),
				nettyArch());
		for (String other : List.of("x86_64", "aarch_64", "riscv64")) {
			String otherPath = path.replace("_" + nettyArch(), "_" + other);
			if (!otherPath.equals(path) && this.facts.onClassPath().test(otherPath)) {
				return new Reason(Kind.NATIVE_LIBRARY_INCOMPATIBLE,
						"The native library of %s on the class path is for %s, this is %s.".formatted(transport, other,
								nettyArch()),
						remedy);
			}
		}
		return new Reason(Kind.NATIVE_LIBRARY_MISSING,
				"The native library of %s for %s is not on the class path.".formatted(transport, nettyArch()), remedy);
	}

	private Reason kernelTooOld(Transport transport, String text) {
		return new Reason(Kind.KERNEL_TOO_OLD,
				"Kernel %s cannot do what %s needs: %s.".formatted(this.facts.kernelRelease(), transport,
						firstLine(text)),
				text.contains("PBUF_RING") ? "Switch provided-buffer rings off, or run on Linux 5.19 or later."
						: "Run on Linux 5.9 or later; 6.1 or later is recommended.");
	}

	private Reason notImplemented(Transport transport) {
		if (underFilter()) {
			return new Reason(Kind.NOT_PERMITTED,
					"The system calls of %s answer ENOSYS under the seccomp filter of this process."
						.formatted(transport),
					FILTER_REMEDY);
		}
		return new Reason(Kind.KERNEL_TOO_OLD,
				"Kernel %s has no %s: it was built without, or a sandbox stands in for it."
					.formatted(this.facts.kernelRelease(), transport),
				"Run on a Linux kernel 5.9 or later with CONFIG_IO_URING.");
	}

	private Reason notPermitted(Transport transport, String text) {
		String disabled = this.facts.ioUringDisabled();
		if (transport == Transport.IO_URING && disabled != null && !disabled.equals("0")) {
			String who = disabled.equals("1") ? " for processes outside the group kernel.io_uring_group" : "";
			return new Reason(Kind.NOT_PERMITTED,
					"io_uring is switched off%s: kernel.io_uring_disabled=%s.".formatted(who, disabled),
					"Set the sysctl kernel.io_uring_disabled=0.");
		}
		String error = text.contains("Permission denied") ? "EACCES" : "EPERM";
		if (underFilter()) {
			return new Reason(Kind.NOT_PERMITTED,
					"A seccomp filter, such as container runtimes install, refuses the system calls of %s (%s)."
						.formatted(transport, error),
					FILTER_REMEDY);
		}
		return new Reason(Kind.NOT_PERMITTED,
				"The system calls of %s are refused (%s), and neither by seccomp nor by a sysctl.".formatted(transport,
						error),
				"Allow them to this process in the policy of the security module (SELinux, AppArmor, BPF).");
	}

	private Reason memoryLockLimit(Transport transport) {
		return new Reason(Kind.MEMORY_LOCK_LIMIT,
				"No memory for the rings of %s; the limit of locked memory is %s.".formatted(transport,
						orUnknown(this.facts.memoryLockLimit())),
				"Raise the limit (ulimit -l, LimitMEMLOCK of systemd, --ulimit memlock of Docker), "
						+ "or make the rings smaller or fewer.");
	}

	private boolean underFilter() {
		return "2".equals(this.facts.seccompMode());
	}

	private String osName() {
		return this.facts.osName().isEmpty() ? "an unknown system" : this.facts.osName();
	}

	private String nettyArch() {
		return switch (this.facts.arch().toLowerCase(Locale.ROOT)) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "aarch_64";
			default -> this.facts.arch();
		};
	}

	private static String artifact(Transport transport, String half) {
		return "netty-transport-%s-%s".formatted(half, transport);
	}

	private static String orUnknown(@Nullable String limit) {
		return (limit != null) ? limit : "unknown";
	}

	private static String firstLine(String text) {
		return text.lines().findFirst().orElse("no message");
	}

	/**
	 * The dynamic loader's message, without the names of the unpacked file before it.
	 */
	private static String loaderMessage(String text) {
		String message = firstLine(text);
		int fileName = message.lastIndexOf(".so: ");
		return (fileName != -1) ? message.substring(fileName + ".so: ".length()) : message;
	}

	private static String rootMessage(List<Throwable> chain) {
		return chain.get(chain.size() - 1).toString();
	}

	private static List<Throwable> chain(Throwable failure) {
		List<Throwable> chain = new ArrayList<>();
		for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
			chain.add(next);
		}
		return chain;
	}

	private record Reason(Kind kind, String description, String remedy) {

	}

}
