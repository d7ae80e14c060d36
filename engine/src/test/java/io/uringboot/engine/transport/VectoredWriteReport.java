package io.uringboot.engine.transport;

import java.lang.reflect.Field;
import java.time.Duration;

import io.netty.channel.uring.IoUring;

/**
 * Main class of forked JVMs: says how many buffers Netty lets wait for vectored writes.
 */
final class VectoredWriteReport {

	private VectoredWriteReport() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		EventLoops loops = EventLoops.create(Transport.IO_URING, EventLoopSettings.defaults().withThreads(1));
		Field field = IoUring.class.getDeclaredField("NUM_ELEMENTS_IOVEC");
		field.setAccessible(true);
		System.out.println(field.getInt(null) + " buffers");
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
	}

}
