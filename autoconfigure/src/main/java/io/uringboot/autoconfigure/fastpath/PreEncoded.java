package io.uringboot.autoconfigure.fastpath;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The result of the annotated handler method never changes, or only from time to time: it
 * is taken from the first request and encoded into the octets of a response, which later
 * requests are answered with. The method is not invoked again, unless for a
 * {@link #refresh}.
 * <p>
 * The method is mapped to GET alone (HEAD is implied), has no arguments and returns a
 * body: text, octets, an object to be written as JSON, or a {@code ResponseEntity} of
 * these, but nothing reactive. Otherwise the application does not start.
 * <p>
 * The response is the one that a request without {@code Accept} gets. It is also given
 * where {@code Accept} is {@code *}{@code /*} or just its media type; other requests are
 * answered by the method as if it had no annotation. Conditional requests are evaluated
 * (RFC 9110 §13) if there is an {@code ETag} or {@code Last-Modified}. Filters, metrics
 * and compression see the requests as any others.
 * <p>
 * An exception of the method is handled as usual, and the next request tries again. A
 * result that cannot be encoded, like one without body, is handled as if the method had
 * no annotation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface PreEncoded {

	/**
	 * The least time between two invocations of the method, as {@code 10s} or
	 * {@code PT10S}; greater than zero. The first request after it starts the next one,
	 * on another thread, and the old response is given until it has returned. If it fails
	 * the old response stays for another interval. Never again if empty.
	 * @return the time
	 */
	String refresh() default "";

	/**
	 * Whether the response gets a strong {@code ETag}, made from its fields and its
	 * content. One that the method sets in a {@code ResponseEntity} stays in any case.
	 * @return whether it does
	 */
	boolean entityTag() default true;

}
