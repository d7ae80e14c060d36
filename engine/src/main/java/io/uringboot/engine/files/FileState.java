package io.uringboot.engine.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What stood at a path at one time, so that a later look tells whether it has changed. A
 * regular file is known by its inode and the time of its last status change: a program
 * can set back the time of modification, but not that one, and every change of the
 * content or of the inode sets it. Of a path where no regular file stands only that is
 * known. Symbolic links are followed. Immutable.
 */
public final class FileState {

	/**
	 * The time of a change is that of the kernel's last tick, up to 10 ms ago. A file
	 * that was changed so shortly before it was looked at may change once more without
	 * another time; some room is left for file systems that are less exact.
	 */
	private static final long SETTLING_MILLIS = 100;

	private static final String IDENTITY = "unix:ctime,ino,dev";

	private final Path path;

	private final File file;

	/** Null where no regular file stood. */
	private final @Nullable Map<String, Object> identity;

	private final long size;

	private final boolean settled;

	private FileState(Path path, @Nullable Map<String, Object> identity, long size, boolean settled) {
		this.path = path;
		this.file = path.toFile();
		this.identity = identity;
		this.size = size;
		this.settled = settled;
	}

	/**
	 * Whether files can be followed here: on Unix.
	 * @return whether {@link #of} can tell the identity of a file
	 */
	public static boolean isSupported() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
	}

	/**
	 * Looks at a path.
	 * @param path a path of the default file system
	 * @return what stands there now
	 * @throws IOException if something stands there that cannot be looked at
	 */
	public static FileState of(Path path) throws IOException {
		if (!path.toFile().isFile()) {
			return new FileState(path, null, 0, true);
		}
		long now = System.currentTimeMillis(); // before looking: what comes later is
												// newer
		Map<String, Object> identity = Files.readAttributes(path, IDENTITY);
		long size = Files.readAttributes(path, BasicFileAttributes.class).size();
		FileTime changed = (FileTime) Objects.requireNonNull(identity.get("ctime"));
		return new FileState(path, identity, size, now - changed.to(TimeUnit.MILLISECONDS) > SETTLING_MILLIS);
	}

	/**
	 * Whether a regular file stood at the path.
	 * @return whether there was one
	 */
	public boolean isFile() {
		return this.identity != null;
	}

	/**
	 * The size of the file.
	 * @return its size in bytes, 0 if there was none
	 */
	public long size() {
		return this.size;
	}

	/**
	 * Whether a further change is sure to show: none is so recent that another one could
	 * have the same time.
	 */
	boolean isSettled() {
		return this.settled;
	}

	/** Looks again: whether nothing has changed. */
	boolean isCurrent() {
		if (this.identity == null) {
			return !this.file.isFile();
		}
		try {
			return this.identity.equals(Files.readAttributes(this.path, IDENTITY));
		}
		catch (IOException ex) {
			return false; // gone, or not to be looked at any more
		}
	}

	@Override
	public String toString() {
		return this.path + " " + this.identity;
	}

}
