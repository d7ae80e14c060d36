package io.uringboot.arena.files;

/**
 * A file of the arena's catalogue.
 *
 * @param name the file name, also the last segment of its URL
 * @param size its length in bytes
 * @param content what it is made of
 */
record StaticFile(String name, int size, Content content) {

	/**
	 * Whether the file has compressed siblings; fonts and photographs are compressed
	 * formats already.
	 */
	boolean compressible() {
		return this.content != Content.FONT && this.content != Content.PHOTOGRAPH;
	}

	enum Content {

		STYLESHEET, SCRIPT, HEADER, FOOTER, LOGO, SPRITE, MANIFEST, FONT, PHOTOGRAPH

	}

}
