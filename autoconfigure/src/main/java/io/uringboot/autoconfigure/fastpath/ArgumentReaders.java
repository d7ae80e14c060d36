package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonView;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * Finds how the arguments of a handler method are read.
 */
final class ArgumentReaders {

	private final WebFluxParts parts;

	private final BodyReaders bodies;

	ArgumentReaders(WebFluxParts parts) {
		this.parts = parts;
		this.bodies = new BodyReaders(parts.messageReaders());
	}

	/**
	 * Find the readers of all parameters.
	 * @param parameters the method's parameters
	 * @param variables names of the path's variables, in their order
	 * @return the readers
	 * @throws Ineligible if there is none for one of them
	 */
	ArgumentReader[] find(MethodParameter[] parameters, List<String> variables) {
		List<ArgumentReader> readers = new ArrayList<>(parameters.length);
		for (MethodParameter parameter : parameters) {
			readers.add(find(parameter, variables));
		}
		return readers.toArray(ArgumentReader[]::new);
	}

	private ArgumentReader find(MethodParameter parameter, List<String> variables) {
		Class<?> type = parameter.getParameterType();
		if (type == Optional.class || this.parts.adapterRegistry().getAdapter(type) != null) {
			throw unsupported(parameter);
		}
		RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
		if (body != null) {
			return content(parameter, body);
		}
		// Maps and HttpHeaders collect all values that there are.
		if (Map.class.isAssignableFrom(type) || HttpHeaders.class.isAssignableFrom(type)
				|| HttpCookie.class.isAssignableFrom(type) || type == Object.class) {
			throw unsupported(parameter);
		}
		ValueConversion conversion = new ValueConversion(parameter, this.parts.conversionService(),
				this.parts.customized().conversion());
		RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
		if (query != null) {
			return new QueryParameterReader(
					NamedValue.of(parameter, query.name(), query.required(), query.defaultValue(), conversion),
					conversion);
		}
		PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
		if (variable != null) {
			return pathVariable(parameter, variable, variables, conversion);
		}
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		if (header != null) {
			return new FieldReader(
					NamedValue.of(parameter, header.name(), header.required(), header.defaultValue(), conversion),
					conversion);
		}
		CookieValue cookie = parameter.getParameterAnnotation(CookieValue.class);
		if (cookie != null) {
			return new CookieReader(
					NamedValue.of(parameter, cookie.name(), cookie.required(), cookie.defaultValue(), conversion),
					conversion);
		}
		return withoutAnnotation(parameter, conversion);
	}

	private ArgumentReader pathVariable(MethodParameter parameter, PathVariable annotation, List<String> variables,
			ValueConversion conversion) {
		NamedValue value = NamedValue.of(parameter, annotation.name(), annotation.required(),
				ValueConstants.DEFAULT_NONE, conversion);
		int index = variables.indexOf(value.name());
		if (index < 0) {
			throw new Ineligible("the path has no variable '" + value.name() + "'");
		}
		return new PathVariableReader(index, conversion);
	}

	private ArgumentReader content(MethodParameter parameter, RequestBody annotation) {
		if (!annotation.required()) {
			throw new Ineligible(describe(parameter) + " is a content that need not be there");
		}
		if (parameter.hasParameterAnnotation(JsonView.class)) {
			throw new Ineligible(describe(parameter) + " has a @JsonView");
		}
		int most = this.bodies.maxContentLength(ResolvableType.forMethodParameter(parameter));
		if (most == 0) {
			throw unsupported(parameter);
		}
		return new ContentReader(most);
	}

	private ArgumentReader withoutAnnotation(MethodParameter parameter, ValueConversion conversion) {
		if (parameter.getParameterAnnotations().length > 0 || this.parts.customized().argumentResolvers()
				|| !isPlainValue(parameter.getParameterType())) {
			throw unsupported(parameter);
		}
		return new QueryParameterReader(NamedValue.of(parameter, "", false, ValueConstants.DEFAULT_NONE, conversion),
				conversion);
	}

	/**
	 * Other simple types, like locales and time zones, are resolved by what they are
	 * where there is no annotation.
	 */
	private static boolean isPlainValue(Class<?> type) {
		return type == String.class || type.isPrimitive() || type.isEnum() || type == UUID.class
				|| ClassUtils.isPrimitiveWrapper(type);
	}

	private static Ineligible unsupported(MethodParameter parameter) {
		return new Ineligible(describe(parameter) + " is resolved by WebFlux only");
	}

	private static String describe(MethodParameter parameter) {
		return "parameter " + parameter.getParameterIndex() + " of type "
				+ parameter.getParameterType().getSimpleName();
	}

	/** Whether an annotation has the argument validated. */
	static boolean isValidated(MethodParameter parameter) {
		for (var annotation : parameter.getParameterAnnotations()) {
			if (ValidationAnnotationUtils.determineValidationHints(annotation) != null) {
				return true;
			}
		}
		return false;
	}

}
