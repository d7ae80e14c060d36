package io.uringboot.autoconfigure.fastpath;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.uringboot.engine.testkit.RawConnection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mappings that change while the application serves.
 */
class MappingChangeTests {

	private static final RequestMappingInfo LATE = RequestMappingInfo.paths("/late").methods(RequestMethod.GET).build();

	@Test
	void theNextRequestSeesAChange() {
		try (FastPathServer server = FastPathServer.start(Application.class);
				RawConnection connection = server.connect()) {
			RequestMappingHandlerMapping mapping = server.context()
				.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
			Object handler = server.bean(Endpoints.class);
			assertThat(connection.get("/late").status()).isEqualTo(404);
			for (int round = 0; round < 5; round++) {
				mapping.registerMapping(LATE, handler, method("one"));
				long before = server.inPlace();
				assertThat(connection.get("/late").body()).isEqualTo("one");
				assertThat(server.inPlace()).isEqualTo(before + 1);
				mapping.unregisterMapping(LATE);
				assertThat(connection.get("/late").status()).isEqualTo(404);
				mapping.registerMapping(LATE, handler, method("other"));
				assertThat(connection.get("/late").body()).isEqualTo("other");
				mapping.unregisterMapping(LATE);
			}
		}
	}

	@Test
	void aPatternRegisteredLaterThatIsNotCompiledStillWins() {
		try (FastPathServer server = FastPathServer.start(Application.class);
				RawConnection connection = server.connect()) {
			RequestMappingHandlerMapping mapping = server.context()
				.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
			assertThat(connection.get("/any/n7").body()).isEqualTo("any");
			mapping.registerMapping(RequestMappingInfo.paths("/any/n{id}").methods(RequestMethod.GET).build(),
					server.bean(Endpoints.class), method("other"));
			assertThat(connection.get("/any/n7").body()).isEqualTo("other");
			assertThat(connection.get("/any/a").body()).isEqualTo("any");
		}
	}

	@Test
	void requestsAreAnsweredWhileMappingsChange() throws Exception {
		try (FastPathServer server = FastPathServer.start(Application.class)) {
			RequestMappingHandlerMapping mapping = server.context()
				.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
			AtomicBoolean stop = new AtomicBoolean();
			CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
				while (!stop.get()) {
					mapping.registerMapping(LATE, server.bean(Endpoints.class), method("one"));
					mapping.unregisterMapping(LATE);
				}
			});
			try (RawConnection connection = server.connect()) {
				for (int i = 0; i < 100; i++) {
					assertThat(connection.get("/always").body()).isEqualTo("always");
					assertThat(connection.get("/late"))
						.satisfies((response) -> assertThat(response.status()).isIn(200, 404));
				}
			}
			finally {
				stop.set(true);
			}
			changes.get();
		}
	}

	@Test
	void eachContextHasAFastPathOfItsOwn() {
		for (int restart = 0; restart < 2; restart++) {
			try (FastPathServer server = FastPathServer.start(Application.class)) {
				assertThat(server.get("/always").body()).isEqualTo("always");
				assertThat(server.inPlace()).isEqualTo(1);
			}
		}
	}

	/** As development tools load it: the same classes again, package-private ones too. */
	@Test
	void controllersOfAnotherClassLoaderAreInvoked() throws Exception {
		URL classes = Endpoints.class.getProtectionDomain().getCodeSource().getLocation();
		try (URLClassLoader restarted = new RestartClassLoader(getClass().getClassLoader(), new URL[] { classes })) {
			Class<?> application = Class.forName(Application.class.getName(), false, restarted);
			assertThat(application).isNotSameAs(Application.class);
			SpringApplicationBuilder builder = new SpringApplicationBuilder()
				.resourceLoader(new DefaultResourceLoader(restarted));
			try (FastPathServer server = FastPathServer.start(builder, application)) {
				assertThat(server.get("/always").body()).isEqualTo("always");
				assertThat(server.inPlace()).isEqualTo(1);
			}
		}
	}

	private static Method method(String name) {
		Method method = ReflectionUtils.findMethod(Endpoints.class, name);
		assertThat(method).isNotNull();
		return method;
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Endpoints.class)
	static class Application {

	}

	@RestController
	static class Endpoints {

		@GetMapping("/always")
		String always() {
			return "always";
		}

		@GetMapping("/any/{id}")
		String any() {
			return "any";
		}

		String one() {
			return "one";
		}

		String other() {
			return "other";
		}

	}

}
