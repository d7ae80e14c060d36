package io.uringboot.autoconfigure.fastpath;

import java.util.List;
import java.util.function.Consumer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.ApiVersionConfigurer;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What in an application keeps all its handler methods on the standard path.
 */
class ApplicationReasonTests {

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, CodecsAutoConfiguration.class,
				WebFluxAutoConfiguration.class, HttpHandlerAutoConfiguration.class,
				UringFastPathAutoConfiguration.class))
		.withBean(Endpoints.class);

	private final ReactiveWebApplicationContextRunner observed = this.runner.withConfiguration(
			AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, ObservationAutoConfiguration.class));

	@Test
	void nothingInTheWay() {
		this.runner.run(open((report) -> assertThat(report.compiled()).isEqualTo(2)));
		this.observed.run(open((report) -> assertThat(report.compiled()).isEqualTo(2)));
	}

	@Test
	void disabledThereIsNothingOfIt() {
		this.runner.withPropertyValues("uring.fast-path.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(UringFastPathAutoConfiguration.class);
			assertThat(List.of(context.getBeanDefinitionNames())).noneMatch((name) -> name.startsWith("uring"));
			assertThat(context.getBean(RequestMappingHandlerMapping.class).getClass())
				.isEqualTo(RequestMappingHandlerMapping.class);
		});
	}

	@Test
	void webFilter() {
		this.runner.withBean("own", WebFilter.class, () -> (exchange, chain) -> chain.filter(exchange))
			.run(closed("WebFilter bean 'own'"));
	}

	@Test
	void webFilterThatIsMadeByAFactoryOfUnknownType() {
		this.runner.withBean("own", FilterFactory.class).run(closed("WebFilter bean 'own'"));
		this.runner
			.withBean("own", FilterFactory.class, FilterFactory::new, (definition) -> definition.setLazyInit(true))
			.run(closed("WebFilter bean 'own'"));
	}

	@Test
	void webFilterOfTheParentContext() {
		try (AnnotationConfigApplicationContext parent = new AnnotationConfigApplicationContext()) {
			parent.registerBean("own", WebFilter.class, () -> (exchange, chain) -> chain.filter(exchange));
			parent.refresh();
			this.runner.withParent(parent).run(closed("WebFilter bean 'own'"));
		}
	}

	@Test
	void neutralWebFilter() {
		this.runner.withBean("own", WebFilter.class, () -> (exchange, chain) -> chain.filter(exchange))
			.withPropertyValues("uring.fast-path.neutral-beans=own")
			.run(open((report) -> assertThat(report.compiled()).isEqualTo(2)));
	}

	@Test
	void httpHandlerDecoratorFactory() {
		this.runner.withBean("own", HttpHandlerDecoratorFactory.class, () -> (handler) -> handler)
			.run(closed("HttpHandlerDecoratorFactory bean 'own'"));
	}

	@Test
	void webHttpHandlerBuilderCustomizer() {
		this.runner.withBean("own", WebHttpHandlerBuilderCustomizer.class, () -> (builder) -> {
		}).run(closed("WebHttpHandlerBuilderCustomizer bean 'own'"));
	}

	@Test
	void forwardedHeaderTransformer() {
		this.runner.withPropertyValues("server.forward-headers-strategy=framework")
			.withBean("own", ForwardedHeaderTransformer.class)
			.run(closed("ForwardedHeaderTransformer bean 'own'"));
	}

	@Test
	void nettyRouteProvider() {
		this.runner.withBean("own", NettyRouteProvider.class, () -> (routes) -> routes)
			.run(closed("NettyRouteProvider bean 'own'"));
	}

	@Test
	void nettyServerCustomizer() {
		this.runner.withBean("own", NettyServerCustomizer.class, () -> (server) -> server)
			.run(closed("NettyServerCustomizer bean 'own'"));
	}

	@Test
	void nettyServerCustomizerThatOnlyTheFactoryHas() {
		this.runner.withBean(NettyReactiveWebServerFactory.class, () -> {
			NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory();
			factory.addServerCustomizers((server) -> server);
			return factory;
		}).run(closed("the server is customized by " + ApplicationReasonTests.class.getName()));
	}

	@Test
	void httpHandler() {
		this.runner.withBean("own", HttpHandler.class, () -> (request, response) -> Mono.empty())
			.run(closed("the HttpHandler is not Boot's own: [own]"));
	}

	@Test
	void requestMappingHandlerMapping() {
		this.runner.withBean("own", WebFluxRegistrations.class, () -> new WebFluxRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new RequestMappingHandlerMapping();
			}

		}).run(closed("the application has a RequestMappingHandlerMapping of its own"));
	}

	@Test
	void requestMappingHandlerAdapter() {
		this.runner.withBean("own", WebFluxRegistrations.class, () -> new WebFluxRegistrations() {

			@Override
			public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
				return new RequestMappingHandlerAdapter() {
				};
			}

		}).run(closed("the application has a RequestMappingHandlerAdapter of its own"));
	}

	@Test
	void enableWebFlux() {
		this.runner.withUserConfiguration(WebFluxOfItsOwn.class)
			.run(closed("the application has a RequestMappingHandlerMapping of its own"));
	}

	@Test
	void routerFunctions() {
		this.runner
			.withBean("own", RouterFunction.class,
					() -> RouterFunctions.route().GET("/own", (request) -> ServerResponse.ok().build()).build())
			.run(closed("handler mapping org.springframework.web.reactive.function.server.support.RouterFunctionMapping"
					+ " is asked before"));
	}

	@Test
	void handlerMappingOfTheApplication() {
		this.runner.withBean("own", HandlerMapping.class, () -> new EarlyMapping())
			.run(closed("handler mapping " + EarlyMapping.class.getName() + " is asked before"));
	}

	@Test
	void apiVersions() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void configureApiVersioning(ApiVersionConfigurer configurer) {
				configurer.useRequestHeader("X-Version").setVersionRequired(false);
			}

		}).run(closed("API versions are resolved for every request"));
		this.runner.withPropertyValues("spring.webflux.apiversion.use.header=X-Version")
			.run(closed("API versions are resolved for every request"));
	}

	@Test
	void pathsRegardlessOfCase() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void configurePathMatching(PathMatchConfigurer configurer) {
				configurer.setUseCaseSensitiveMatch(false);
			}

		}).run(closed("paths are matched regardless of case"));
	}

	@Test
	void contentTypeResolver() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
				builder.parameterResolver();
			}

		}).run(closed("a WebFluxConfigurer has configureContentTypeResolver"));
	}

	@Test
	void blockingExecution() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
				configurer.setControllerMethodPredicate((method) -> true);
			}

		}).run(closed("a WebFluxConfigurer has configureBlockingExecution"));
	}

	@Test
	void contextPropagation() {
		this.runner.withPropertyValues("spring.reactor.context-propagation=auto")
			.run(closed("context is propagated automatically"));
	}

	@Test
	void globalCors() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void addCorsMappings(CorsRegistry registry) {
				registry.addMapping("/other/**");
			}

		})
			.run(open((report) -> assertThat(report.routes()).extracting(FastPathReport.Route::reason)
				.containsOnly("CORS is configured for it")));
	}

	@Test
	void formattersOfTheApplication() {
		this.runner.withBean("own", WebFluxConfigurer.class, () -> new WebFluxConfigurer() {

			@Override
			public void addFormatters(FormatterRegistry registry) {
				registry.addConverter(String.class, String.class, String::toUpperCase);
			}

		}).run((context) -> assertThat(Customizations.of(context).conversion()).isTrue());
	}

	@Test
	void observationHandler() {
		this.observed.withBean("own", TracingLikeHandler.class)
			.run(closed("requests are observed by a ObservationHandler: " + TracingLikeHandler.class.getName()));
	}

	@Test
	void observationConvention() {
		this.observed.withBean("own", ServerRequestObservationConvention.class,
				() -> new DefaultServerRequestObservationConvention() {
				})
			.run(closed("requests are observed by a ServerRequestObservationConvention"));
	}

	@Test
	void observationPredicateAndFilter() {
		this.observed.withBean(ObservationPredicate.class, () -> (name, context) -> true)
			.run(closed("requests are observed by a ObservationPredicate"));
		this.observed.withBean(ObservationFilter.class, () -> (context) -> context)
			.run(closed("requests are observed by a ObservationFilter"));
	}

	@Test
	void observationProperties() {
		this.observed.withPropertyValues("management.observations.key-values.stage=test")
			.run(closed("management.observations changes what is observed"));
	}

	@Test
	void observationRegistryOfTheApplication() {
		this.observed.withBean("own", ObservationRegistry.class, () -> {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new TracingLikeHandler());
			return registry;
		}).run(closed("requests are observed by a registry that is not Boot's own: bean 'own'"));
	}

	@Test
	void basePathIsPartOfTheRoutes() {
		for (String basePath : List.of("/base", "base", "/base/", " base ")) {
			this.runner.withPropertyValues("spring.webflux.base-path=" + basePath)
				.run(open((report) -> assertThat(report.routes()).extracting(FastPathReport.Route::pattern)
					.containsExactlyInAnyOrder("/base/one", "/base/two")));
		}
	}

	@Test
	void includedAndExcludedPaths() {
		this.runner.withPropertyValues("uring.fast-path.include=/one,/other")
			.run(open((report) -> assertThat(compiled(report)).containsExactly("/one")));
		this.runner.withPropertyValues("uring.fast-path.exclude=/o*")
			.run(open((report) -> assertThat(compiled(report)).containsExactly("/two")));
	}

	private static List<String> compiled(FastPathReport report) {
		return report.routes()
			.stream()
			.filter(FastPathReport.Route::isCompiled)
			.map(FastPathReport.Route::pattern)
			.toList();
	}

	private static ContextConsumer<AssertableReactiveWebApplicationContext> closed(String reason) {
		return (context) -> {
			assertThat(context).hasNotFailed();
			FastPathReport report = context.getBean(FastPathCompiler.class).report();
			assertThat(report.closed()).anySatisfy((each) -> assertThat(each).startsWith(reason));
			assertThat(report.compiled()).isZero();
		};
	}

	private static ContextConsumer<AssertableReactiveWebApplicationContext> open(Consumer<FastPathReport> assertions) {
		return (context) -> {
			assertThat(context).hasNotFailed();
			FastPathReport report = context.getBean(FastPathCompiler.class).report();
			assertThat(report.closed()).isEmpty();
			assertions.accept(report);
		};
	}

	@RestController
	static class Endpoints {

		@GetMapping("/one")
		String one() {
			return "one";
		}

		@GetMapping("/two")
		String two(@RequestParam String value) {
			return value;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFlux
	static class WebFluxOfItsOwn {

	}

	/** What it makes is known when it has been asked. */
	@SuppressWarnings("rawtypes")
	static class FilterFactory implements FactoryBean {

		@Override
		public Object getObject() {
			WebFilter filter = (exchange, chain) -> chain.filter(exchange);
			return filter;
		}

		@Override
		public Class<?> getObjectType() {
			return WebFilter.class;
		}

	}

	static class EarlyMapping implements HandlerMapping, Ordered {

		@Override
		public Mono<Object> getHandler(ServerWebExchange exchange) {
			return Mono.empty();
		}

		@Override
		public int getOrder() {
			return -1;
		}

	}

	static class TracingLikeHandler implements ObservationHandler<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
