package io.uringboot.arena.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import io.uringboot.arena.data.Fortune;

import org.springframework.stereotype.Component;
import org.springframework.ui.freemarker.FreeMarkerTemplateUtils;

/**
 * The page of fortunes, made anew for every request.
 */
@Component
public class FortunesPage {

	private static final String TEMPLATE = "fortunes.ftlh";

	private final Configuration templates;

	FortunesPage(Configuration templates) {
		this.templates = templates;
	}

	/**
	 * Add the row of the request, sort and render.
	 * @param stored the rows of the database
	 * @return the page
	 */
	public String render(List<Fortune> stored) {
		List<Fortune> fortunes = new ArrayList<>(stored.size() + 1);
		fortunes.addAll(stored);
		fortunes.add(Fortune.ADDED);
		fortunes.sort(Fortune.BY_MESSAGE);
		try {
			return FreeMarkerTemplateUtils.processTemplateIntoString(this.templates.getTemplate(TEMPLATE),
					Map.of("fortunes", fortunes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TemplateException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
