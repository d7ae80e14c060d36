package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;

/**
 * Reads a path variable.
 */
final class PathVariableReader implements ArgumentReader {

	private final int index;

	private final ValueConversion conversion;

	/**
	 * Create a reader.
	 * @param index position of the variable in the path
	 * @param conversion converts its value
	 */
	PathVariableReader(int index, ValueConversion conversion) {
		this.index = index;
		this.conversion = conversion;
	}

	@Override
	public Object read(FastPathExchange exchange, Negotiated negotiated) {
		if (this.conversion.isInt()) {
			return this.conversion.number(exchange.intPathVariable(this.index));
		}
		if (this.conversion.isLong()) {
			return this.conversion.number(exchange.longPathVariable(this.index));
		}
		return this.conversion.convert(exchange.pathVariable(this.index));
	}

}
