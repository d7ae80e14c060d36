package io.uringboot.autoconfigure.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * What an annotation says of an argument that has a name: the name, and what the argument
 * is if the request lacks it or has nothing but an empty text.
 */
final class NamedValue {

	private final String name;

	private final Object absent;

	private final boolean defaulted;

	private NamedValue(String name, Object absent, boolean defaulted) {
		this.name = name;
		this.absent = absent;
		this.defaulted = defaulted;
	}

	/**
	 * Take a named value from an annotation's attributes.
	 * @param parameter the method parameter
	 * @param name the name, empty for that of the parameter
	 * @param required whether it must be there
	 * @param defaultValue the default, or {@link ValueConstants#DEFAULT_NONE}
	 * @param conversion converts the default
	 * @return the named value
	 * @throws Ineligible if it cannot be decided now
	 */
	static NamedValue of(MethodParameter parameter, String name, boolean required, String defaultValue,
			ValueConversion conversion) {
		String actual = StringUtils.hasLength(name) ? name : parameter.getParameterName();
		if (actual == null) {
			throw new Ineligible("the name of parameter " + parameter.getParameterIndex() + " is not known");
		}
		if (isExpression(actual) || isExpression(defaultValue)) {
			throw new Ineligible("parameter '" + actual + "' has a placeholder or an expression");
		}
		boolean defaulted = !ValueConstants.DEFAULT_NONE.equals(defaultValue);
		return new NamedValue(actual, absent(parameter, required, defaulted ? defaultValue : null, conversion),
				defaulted);
	}

	private static boolean isExpression(String text) {
		return text.contains("${") || text.contains("#{");
	}

	private static Object absent(MethodParameter parameter, boolean required, @Nullable String defaultValue,
			ValueConversion conversion) {
		if (defaultValue != null) {
			if (!BeanUtils.isSimpleValueType(parameter.getParameterType())
					|| Date.class.isAssignableFrom(parameter.getParameterType())) {
				throw new Ineligible("the default of parameter " + parameter.getParameterIndex() + " can be changed");
			}
			return conversion.convert(defaultValue);
		}
		if (required) {
			return ArgumentReader.DECLINED;
		}
		Class<?> type = parameter.getParameterType();
		if (type == boolean.class) {
			return Boolean.FALSE;
		}
		return type.isPrimitive() ? ArgumentReader.DECLINED : Absent.NULL;
	}

	/** The name as octets. */
	byte[] octets() {
		return this.name.getBytes(StandardCharsets.UTF_8);
	}

	/** The name as octets in lower case. */
	byte[] lowerCaseOctets() {
		return this.name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
	}

	String name() {
		return this.name;
	}

	/** Whether an empty text stands for the default. */
	boolean isDefaulted() {
		return this.defaulted;
	}

	/**
	 * Return the argument where the request has no value.
	 * @return the argument, or {@link ArgumentReader#DECLINED}
	 */
	@Nullable Object absent() {
		return (this.absent != Absent.NULL) ? this.absent : null;
	}

	private enum Absent {

		NULL

	}

}
