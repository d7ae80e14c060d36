package io.uringboot.bench.http;

/**
 * A field line as it was sent.
 *
 * @param name the field name in the sender's spelling
 * @param value the field value without surrounding whitespace
 */
public record HeaderField(String name, String value) {

	@Override
	public String toString() {
		return this.name + ": " + this.value;
	}

}
