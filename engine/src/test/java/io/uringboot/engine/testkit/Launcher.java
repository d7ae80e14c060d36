package io.uringboot.engine.testkit;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * What a forked JVM runs first: puts the restriction on itself and goes on to the main
 * class that its first argument names.
 */
final class Launcher {

	static final String BLOCK_IO_URING = "testkit.block-io_uring";

	private Launcher() {
	}

	public static void main(String[] args) throws Throwable {
		switch (System.getProperty(BLOCK_IO_URING, "nothing")) {
			case "all" -> SeccompFilter.blockIoUring();
			case "enter" -> SeccompFilter.blockIoUringEnter();
			default -> {
			}
		}
		Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		MethodHandles.lookup().unreflect(main).invoke(Arrays.copyOfRange(args, 1, args.length));
	}

}
