package io.uringboot.autoconfigure.fastpath;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the fast path.
 */
@ConfigurationProperties("uring.fast-path")
public class FastPathProperties {

	/**
	 * Whether to answer requests to handler methods in place where that gives the same
	 * answers.
	 */
	private boolean enabled = true;

	/**
	 * Comma-separated list of path patterns. Other paths stay on the standard path. All
	 * are included if the list is empty.
	 */
	private List<String> include = new ArrayList<>();

	/**
	 * Comma-separated list of path patterns that stay on the standard path.
	 */
	private List<String> exclude = new ArrayList<>();

	/**
	 * Comma-separated list of names of beans that would close the fast path, like filters
	 * and server customizers, but do nothing to the requests of handler methods.
	 */
	private List<String> neutralBeans = new ArrayList<>();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public List<String> getInclude() {
		return this.include;
	}

	public void setInclude(List<String> include) {
		this.include = include;
	}

	public List<String> getExclude() {
		return this.exclude;
	}

	public void setExclude(List<String> exclude) {
		this.exclude = exclude;
	}

	public List<String> getNeutralBeans() {
		return this.neutralBeans;
	}

	public void setNeutralBeans(List<String> neutralBeans) {
		this.neutralBeans = neutralBeans;
	}

}
