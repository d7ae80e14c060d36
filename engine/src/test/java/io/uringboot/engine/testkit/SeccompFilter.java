package io.uringboot.engine.testkit;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * A seccomp filter that answers EPERM to the system calls of io_uring, as the default
 * profiles of container runtimes do. Holds for all threads of this process and cannot be
 * taken back.
 */
final class SeccompFilter {

	private static final int PR_SET_NO_NEW_PRIVS = 38;

	private static final int SECCOMP_SET_MODE_FILTER = 1;

	private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

	private static final int SECCOMP_RET_ALLOW = 0x7fff0000;

	private static final int SECCOMP_RET_ERRNO = 0x00050000;

	private static final int EPERM = 1;

	// The same numbers on all architectures
	private static final int IO_URING_SETUP = 425;

	private static final int IO_URING_ENTER = 426;

	private static final int IO_URING_REGISTER = 427;

	private static final short LOAD_WORD = 0x20;

	private static final short JUMP_IF_GREATER_OR_EQUAL = 0x35;

	private static final short JUMP_IF_GREATER = 0x25;

	private static final short RETURN = 0x06;

	private static final int INSTRUCTION_BYTES = 8;

	private SeccompFilter() {
	}

	static void blockIoUring() {
		block(IO_URING_SETUP, IO_URING_REGISTER);
	}

	static void blockIoUringEnter() {
		block(IO_URING_ENTER, IO_URING_ENTER);
	}

	private static void block(int firstCall, int lastCall) {
		CLibrary c = Native.load("c", CLibrary.class);
		check(c.prctl(PR_SET_NO_NEW_PRIVS, new NativeLong(1), new NativeLong(0), new NativeLong(0), new NativeLong(0)),
				"prctl");
		try (Memory filter = new Memory(5 * INSTRUCTION_BYTES); Memory program = new Memory(16)) {
			// the number of the system call is the first word of struct seccomp_data
			instruction(filter, 0, LOAD_WORD, 0, 0, 0);
			instruction(filter, 1, JUMP_IF_GREATER_OR_EQUAL, 0, 2, firstCall);
			instruction(filter, 2, JUMP_IF_GREATER, 1, 0, lastCall);
			instruction(filter, 3, RETURN, 0, 0, SECCOMP_RET_ERRNO | EPERM);
			instruction(filter, 4, RETURN, 0, 0, SECCOMP_RET_ALLOW);
			program.clear();
			program.setShort(0, (short) 5);
			program.setPointer(8, filter);
			check(c
				.syscall(new NativeLong(Platform.isARM() ? 277 : 317), SECCOMP_SET_MODE_FILTER,
						SECCOMP_FILTER_FLAG_TSYNC, program)
				.intValue(), "seccomp");
		}
	}

	private static void instruction(Memory filter, int index, short code, int ifTrue, int ifFalse, int operand) {
		long offset = (long) index * INSTRUCTION_BYTES;
		filter.setShort(offset, code);
		filter.setByte(offset + 2, (byte) ifTrue);
		filter.setByte(offset + 3, (byte) ifFalse);
		filter.setInt(offset + 4, operand);
	}

	private static void check(int result, String call) {
		if (result != 0) {
			throw new IllegalStateException("%s failed: %d, errno %d".formatted(call, result, Native.getLastError()));
		}
	}

	interface CLibrary extends Library {

		int prctl(int option, NativeLong arg2, NativeLong arg3, NativeLong arg4, NativeLong arg5);

		NativeLong syscall(NativeLong number, int operation, int flags, Memory program);

	}

}
