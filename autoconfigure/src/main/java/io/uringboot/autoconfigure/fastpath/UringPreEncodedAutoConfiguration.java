package io.uringboot.autoconfigure.fastpath;

import io.uringboot.engine.fastpath.PreEncodedResponse;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Auto-configuration of {@link PreEncoded @PreEncoded} on the standard path. Not of the
 * fast path alone: the responses are the same where that is switched off.
 */
@AutoConfiguration(before = UringFastPathAutoConfiguration.class)
@ConditionalOnClass({ DispatcherHandler.class, PreEncodedResponse.class })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "uring.enabled", matchIfMissing = true)
public final class UringPreEncodedAutoConfiguration {

	@Bean
	PreEncodedMethods uringPreEncodedMethods(ListableBeanFactory beanFactory) {
		return new PreEncodedMethods(beanFactory);
	}

	@Bean
	PreEncodedHandlerAdapter uringPreEncodedHandlerAdapter(PreEncodedMethods methods,
			ObjectProvider<RequestMappingHandlerAdapter> adapter,
			ObjectProvider<RequestedContentTypeResolver> mediaTypes) {
		return new PreEncodedHandlerAdapter(methods, adapter::getObject, mediaTypes::getObject);
	}

}
