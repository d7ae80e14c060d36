package io.uringboot.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.netty.handler.ssl.OpenSsl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of TLS, which run in a JVM without BoringSSL and in one with it. The latter skips
 * them where BoringSSL's library does not load.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("tls")
@ExtendWith(TlsProviderTest.ProviderCondition.class)
@interface TlsProviderTest {

	/**
	 * Who is to do TLS in this JVM.
	 */
	class ProviderCondition implements ExecutionCondition {

		static final boolean BORING_SSL = "BoringSSL".equals(System.getProperty("uring.test.tls"));

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (!BORING_SSL) {
				return ConditionEvaluationResult.enabled("TLS by the JDK");
			}
			return OpenSsl.isAvailable() ? ConditionEvaluationResult.enabled("TLS by " + OpenSsl.versionString())
					: ConditionEvaluationResult
						.disabled("BoringSSL does not load here: " + OpenSsl.unavailabilityCause());
		}

	}

}
