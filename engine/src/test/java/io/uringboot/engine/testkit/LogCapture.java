package io.uringboot.engine.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What is logged, by whomever, until it is closed.
 */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Logger detailed;

	private LogCapture(Logger detailed) {
		this.detailed = detailed;
	}

	/**
	 * Captures what is logged at the levels that are switched on, and of one class all.
	 * @param detailed the class whose logger is switched to {@code DEBUG}
	 * @return the capture
	 */
	public static LogCapture withDebugOf(Class<?> detailed) {
		LogCapture capture = new LogCapture((Logger) LoggerFactory.getLogger(detailed));
		capture.start();
		capture.detailed.setLevel(Level.DEBUG);
		root().addAppender(capture);
		return capture;
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.events.add(event);
	}

	/**
	 * What has been logged so far.
	 * @return one string an event: level, message and, behind an arrow, what was thrown
	 */
	public List<String> lines() {
		return this.events.stream().map(LogCapture::line).toList();
	}

	private static String line(ILoggingEvent event) {
		String line = event.getLevel() + " " + event.getFormattedMessage();
		return (event.getThrowableProxy() != null) ? line + " <- " + event.getThrowableProxy().getClassName() + ": "
				+ event.getThrowableProxy().getMessage() : line;
	}

	@Override
	public void close() {
		root().detachAppender(this);
		this.detailed.setLevel(null);
		stop();
	}

}
