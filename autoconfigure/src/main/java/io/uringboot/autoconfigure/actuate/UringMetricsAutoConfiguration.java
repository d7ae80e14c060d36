package io.uringboot.autoconfigure.actuate;

import java.util.function.Supplier;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.uringboot.autoconfigure.ServerState;
import io.uringboot.autoconfigure.UringReactiveWebServerAutoConfiguration;
import io.uringboot.autoconfigure.fastpath.UringFastPathAutoConfiguration;
import io.uringboot.engine.fastpath.FastPath;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the engine's meters, which go to whatever registries there are.
 */
@AutoConfiguration(after = { UringReactiveWebServerAutoConfiguration.class, UringFastPathAutoConfiguration.class })
@ConditionalOnClass({ MeterBinder.class, FastPath.class })
@ConditionalOnBean(parameterizedContainer = Supplier.class, value = ServerState.class)
public final class UringMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	UringMetrics uringMetrics(Supplier<ServerState> server, ObjectProvider<FastPath> fastPath) {
		return new UringMetrics(server, fastPath.getIfAvailable());
	}

}
