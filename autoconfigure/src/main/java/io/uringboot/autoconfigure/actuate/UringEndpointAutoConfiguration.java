package io.uringboot.autoconfigure.actuate;

import java.util.function.Supplier;

import io.uringboot.autoconfigure.ServerState;
import io.uringboot.autoconfigure.UringReactiveWebServerAutoConfiguration;
import io.uringboot.autoconfigure.fastpath.FastPathReport;
import io.uringboot.autoconfigure.fastpath.UringFastPathAutoConfiguration;
import io.uringboot.engine.fastpath.FastPath;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the endpoint {@code uring}.
 */
@AutoConfiguration(after = { UringReactiveWebServerAutoConfiguration.class, UringFastPathAutoConfiguration.class })
@ConditionalOnClass({ ConditionalOnAvailableEndpoint.class, FastPath.class })
@ConditionalOnAvailableEndpoint(endpoint = UringEndpoint.class)
@ConditionalOnBean(parameterizedContainer = Supplier.class, value = ServerState.class)
public final class UringEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	UringEndpoint uringEndpoint(Supplier<ServerState> server, ObjectProvider<FastPath> fastPath,
			ObjectProvider<Supplier<FastPathReport>> report) {
		return new UringEndpoint(server, fastPath.getIfAvailable(), report.getIfAvailable());
	}

}
