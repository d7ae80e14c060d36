package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.FastPathExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.SimpleTypeConverter;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;

/**
 * Converts the text of a parameter, path variable, field or cookie to the type of a
 * method parameter, as the data binder does that WebFlux makes for each argument.
 */
final class ValueConversion {

	private final MethodParameter parameter;

	private final Class<?> type;

	private final @Nullable ConversionService conversionService;

	private final boolean plain;

	/**
	 * Create a conversion.
	 * @param parameter the method parameter
	 * @param conversionService the conversion service of the data binders
	 * @param customized whether the application may have changed what numbers and text
	 * are converted to
	 */
	ValueConversion(MethodParameter parameter, @Nullable ConversionService conversionService, boolean customized) {
		this.parameter = parameter;
		this.type = parameter.getParameterType();
		this.conversionService = conversionService;
		// An annotation on the parameter may select a formatter.
		this.plain = !customized && parameter.getParameterAnnotations().length <= 1;
	}

	/** Whether the text itself is the argument. */
	boolean isText() {
		return this.plain && this.type == String.class;
	}

	/** Whether a plain decimal number may be read without making a string of it. */
	boolean isInt() {
		return this.plain && (this.type == int.class || this.type == Integer.class);
	}

	/** Whether a plain decimal number may be read without making a string of it. */
	boolean isLong() {
		return this.plain && (this.type == long.class || this.type == Long.class);
	}

	/**
	 * Convert a number read from octets.
	 * @param number the number, or {@link FastPathExchange#NOT_PLAIN}
	 * @return the argument, or {@link ArgumentReader#DECLINED}
	 */
	Object number(long number) {
		if (number == FastPathExchange.NOT_PLAIN) {
			return ArgumentReader.DECLINED;
		}
		return isInt() ? (Object) (int) number : (Object) number;
	}

	/**
	 * Convert a text.
	 * @param text the text
	 * @return the argument, or {@link ArgumentReader#DECLINED} if that fails or gives
	 * none
	 */
	Object convert(String text) {
		if (isText()) {
			return text;
		}
		try {
			Object converted = converted(text);
			// Of an empty text some converters make no value: required or not, the
			// standard path knows what follows.
			return (converted != null) ? converted : ArgumentReader.DECLINED;
		}
		catch (TypeMismatchException | IllegalStateException | IllegalArgumentException ex) {
			return ArgumentReader.DECLINED;
		}
	}

	private @Nullable Object converted(String text) {
		SimpleTypeConverter converter = new SimpleTypeConverter();
		converter.setConversionService(this.conversionService);
		return converter.convertIfNecessary(text, this.type, this.parameter);
	}

}
