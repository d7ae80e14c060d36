package io.uringboot.engine.transport;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Version of the running Linux kernel, for messages and feature checks. Immutable.
 *
 * @param major the first number
 * @param minor the second number
 */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {

	private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

	private static final Comparator<KernelVersion> ORDER = Comparator.comparingInt(KernelVersion::major)
		.thenComparingInt(KernelVersion::minor);

	/**
	 * The version of the kernel below this process.
	 * @return the version, or {@code null} where there is no Linux kernel
	 */
	public static @Nullable KernelVersion current() {
		return isLinux(System.getProperty("os.name")) ? parse(System.getProperty("os.version")) : null;
	}

	/**
	 * Parses a kernel release such as {@code 6.18.44-generic}.
	 * @param release the release as {@code uname -r} prints it
	 * @return the version, or {@code null} if the text does not begin with one
	 */
	public static @Nullable KernelVersion parse(@Nullable String release) {
		if (release == null) {
			return null;
		}
		Matcher matcher = RELEASE.matcher(release);
		if (!matcher.matches()) {
			return null;
		}
		return new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/**
	 * Whether this kernel has everything that the given version brought.
	 * @param major the first number
	 * @param minor the second number
	 * @return {@code true} for the same or a later version
	 */
	public boolean isAtLeast(int major, int minor) {
		return compareTo(new KernelVersion(major, minor)) >= 0;
	}

	@Override
	public int compareTo(KernelVersion other) {
		return ORDER.compare(this, other);
	}

	/**
	 * The version as in {@code 6.18}.
	 */
	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

	static boolean isLinux(@Nullable String osName) {
		return osName != null && osName.startsWith("Linux");
	}

}
