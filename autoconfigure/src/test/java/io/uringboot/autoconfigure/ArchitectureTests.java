package io.uringboot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.uringboot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String IMPORTS = "/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.uringboot.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule theEngineKnowsNoSpring = noClasses().that()
		.resideInAPackage("io.uringboot.engine..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.uringboot.autoconfigure..");

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.haveSimpleNameEndingWith("AutoConfiguration");

	@ArchTest
	static final ArchRule autoConfigurationsHaveNoPublicMembers = members().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.and(areNotImplicitConstructors())
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule propertiesKnowNoNetty = noClasses().that(areConfigurationProperties())
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.netty..", "reactor..", "io.uringboot.engine..");

	@ArchTest
	static final ArchRule onlyAutoConfigurationsAndPropertiesArePublic = classes().that()
		.resideInAPackage("io.uringboot.autoconfigure..")
		.and()
		.arePublic()
		.should()
		.beAnnotatedWith(AutoConfiguration.class)
		.orShould()
		.beAssignableTo(areConfigurationProperties())
		.orShould()
		.beAssignableTo(areForApplications());

	@ArchTest
	static final ArchRule publicSignaturesExposeNothingInternal = methods().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should(exposePublicTypesOnly());

	@ArchTest
	static void autoConfigurationImportsAreCompleteAndSorted(JavaClasses classes) throws IOException {
		List<String> autoConfigurations = classes.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList();
		try (InputStream imports = UringProperties.class.getResourceAsStream(IMPORTS)) {
			assertThat(new String(imports.readAllBytes(), StandardCharsets.UTF_8).lines())
				.containsExactlyElementsOf(autoConfigurations);
		}
	}

	private static DescribedPredicate<JavaClass> areConfigurationProperties() {
		return DescribedPredicate.describe("are configuration properties", (type) -> {
			for (JavaClass next = type; next != null; next = next.getEnclosingClass().orElse(null)) {
				if (next.isAnnotatedWith(ConfigurationProperties.class)
						|| next.getSimpleName().endsWith("Properties")) {
					return true;
				}
			}
			return false;
		});
	}

	/** With the types nested in them. */
	private static DescribedPredicate<JavaClass> areForApplications() {
		Set<String> types = Set.of("ServerState", "FastPathContributor", "FastPathReport", "PreEncoded");
		return DescribedPredicate.describe("are for applications", (type) -> {
			JavaClass outermost = type;
			while (outermost.getEnclosingClass().isPresent()) {
				outermost = outermost.getEnclosingClass().get();
			}
			return types.contains(outermost.getSimpleName());
		});
	}

	private static DescribedPredicate<JavaMember> areNotImplicitConstructors() {
		return DescribedPredicate.describe("are not implicit constructors",
				(member) -> !member.getName().equals("<init>"));
	}

	private static ArchCondition<JavaMethod> exposePublicTypesOnly() {
		return new ArchCondition<>("expose public types only") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getAllInvolvedRawTypes()
					.stream()
					.filter((type) -> type.getPackageName().startsWith("io.uringboot"))
					.filter((type) -> !type.getModifiers().contains(JavaModifier.PUBLIC))
					.forEach((type) -> events.add(SimpleConditionEvent.violated(method,
							method.getFullName() + " exposes " + type.getName())));
			}

		};
	}

}
