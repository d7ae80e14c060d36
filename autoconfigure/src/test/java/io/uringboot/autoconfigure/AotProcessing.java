package io.uringboot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * What {@code spring-boot:process-aot} does.
 */
final class AotProcessing {

	private AotProcessing() {
	}

	/**
	 * Process an application and compile what is generated.
	 * @param application the application's main class
	 * @param directory where to work
	 * @return the directory with classes and resources
	 */
	static Path of(Class<?> application, Path directory) throws IOException {
		Path sources = directory.resolve("sources");
		Path classes = Files.createDirectories(directory.resolve("classes"));
		AbstractAotProcessor.Settings settings = AbstractAotProcessor.Settings.builder()
			.sourceOutput(sources)
			.resourceOutput(classes)
			.classOutput(classes)
			.groupId("test")
			.artifactId("test")
			.build();
		new SpringApplicationAotProcessor(application, settings, new String[0]).process();
		compile(sources, classes);
		return classes;
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (Stream<Path> files = Files.walk(sources);
				StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, null)) {
			List<Path> javaFiles = files.filter((file) -> file.toString().endsWith(".java")).toList();
			boolean compiled = compiler
				.getTask(null, fileManager, null,
						List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"),
								"-proc:none", "-nowarn"),
						null, fileManager.getJavaFileObjectsFromPaths(javaFiles))
				.call();
			if (!compiled) {
				throw new IllegalStateException("The generated sources do not compile");
			}
		}
	}

}
