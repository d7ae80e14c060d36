package io.uringboot.arena.data;

/**
 * Which rows of a list are asked for.
 *
 * @param page the number of the page, from 1
 * @param limit how many rows it may have, from 1 to {@value #MAX_LIMIT}
 */
public record PageWindow(int page, int limit) {

	private static final int MAX_LIMIT = 50;

	/**
	 * Bring what a client asks for into range.
	 * @param page any number
	 * @param limit any number
	 * @return the nearest page there can be
	 */
	public static PageWindow of(int page, int limit) {
		return new PageWindow(Math.max(1, page), clamp(limit));
	}

	/**
	 * Bring a number of rows into range.
	 * @param limit any number
	 * @return from 1 to {@value #MAX_LIMIT}
	 */
	public static int clamp(int limit) {
		return Math.max(1, Math.min(limit, MAX_LIMIT));
	}

	/**
	 * The number of rows before the page.
	 * @return the offset, which the last pages have beyond 32 bits
	 */
	public long offset() {
		return (this.page - 1L) * this.limit;
	}

}
