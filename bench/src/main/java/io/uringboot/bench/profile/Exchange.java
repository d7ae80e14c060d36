package io.uringboot.bench.profile;

/**
 * A request and its right answer.
 *
 * @param name name within the profile, usable as a file name
 * @param request what is sent
 * @param expectation what must come back
 */
public record Exchange(String name, Request request, Expectation expectation) {
}
