package io.uringboot.autoconfigure.resources;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Whether resources of the class path never change: when all of it are packages. A folder
 * could get a file at any time that hides one in a package.
 */
final class PackagedClassPath {

	private static final boolean PACKAGED = Arrays
		.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
		.noneMatch((entry) -> entry.isEmpty() || Files.isDirectory(Path.of(entry)));

	private PackagedClassPath() {
	}

	static boolean isPackaged(Resource location) {
		return PACKAGED && location instanceof ClassPathResource;
	}

}
