package io.uringboot.autoconfigure.fastpath;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which method has {@link PreEncoded @PreEncoded} by mistake.
 */
class InvalidPreEncodedFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPreEncodedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidPreEncodedException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy() + " Or remove @PreEncoded.", cause);
	}

}
