package io.uringboot.engine;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules that hold for the engine as a whole.
 */
class ArchitectureTests {

	private static final String ENGINE = ArchitectureTests.class.getPackageName();

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ENGINE);

	@Test
	void engineKnowsNoSpring() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.uringboot.autoconfigure..")
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void publicSignaturesNamePublicTypesOnly() {
		classes().that().arePublic().should(new NameOnlyPublicTypes()).check(CLASSES);
	}

	@Test
	void internalTypeInAPublicSignatureIsFound() {
		JavaClass leaking = new ClassFileImporter().importClass(Leaking.class);
		assertThat(NameOnlyPublicTypes.internalTypes(leaking)).extracting(JavaClass::getSimpleName)
			.containsOnly("Internal");
	}

	/**
	 * Looks at the types in what other packages can call, extend or read.
	 */
	private static final class NameOnlyPublicTypes extends ArchCondition<JavaClass> {

		private NameOnlyPublicTypes() {
			super("name only public types of the engine in what is visible from outside");
		}

		@Override
		public void check(JavaClass item, ConditionEvents events) {
			internalTypes(item).forEach((internal) -> events.add(SimpleConditionEvent.violated(item,
					"%s shows %s".formatted(item.getFullName(), internal.getFullName()))));
		}

		static Stream<JavaClass> internalTypes(JavaClass item) {
			Stream<JavaType> parents = Stream.concat(item.getSuperclass().stream(), item.getInterfaces().stream());
			Stream<JavaType> types = item.getMembers()
				.stream()
				.filter(NameOnlyPublicTypes::isVisible)
				.flatMap(NameOnlyPublicTypes::signature);
			return Stream.concat(parents, types)
				.flatMap((type) -> type.getAllInvolvedRawTypes().stream())
				.map(JavaClass::getBaseComponentType)
				.filter((type) -> type.getPackageName().startsWith(ENGINE))
				.filter((type) -> !type.getModifiers().contains(JavaModifier.PUBLIC))
				.distinct();
		}

		private static boolean isVisible(JavaMember member) {
			return member.getModifiers().contains(JavaModifier.PUBLIC)
					|| (member.getModifiers().contains(JavaModifier.PROTECTED)
							&& !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
		}

		private static Stream<JavaType> signature(JavaMember member) {
			if (member instanceof JavaField field) {
				return Stream.of(field.getType());
			}
			JavaCodeUnit codeUnit = (JavaCodeUnit) member;
			return Stream.concat(Stream.of(codeUnit.getReturnType()), codeUnit.getParameterTypes().stream());
		}

	}

	interface Internal {

	}

	abstract static class Leaking {

		public Stream<Internal[]> produced() {
			return Stream.empty();
		}

		protected void consume(Internal internal) {
		}

		Internal hidden() {
			throw new UnsupportedOperationException();
		}

	}

}
