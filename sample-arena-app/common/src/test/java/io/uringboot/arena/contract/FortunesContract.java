package io.uringboot.arena.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of fortunes.
 */
public abstract class FortunesContract {

	private static final Pattern ROW = Pattern.compile("<tr><td>(\\d+)</td><td>(.*?)</td></tr>");

	@LocalServerPort
	private int port;

	private String page;

	@BeforeEach
	void get() {
		Answer answer = new ArenaClient(this.port).get("/fortunes");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
		this.page = answer.text();
	}

	@Test
	void isADocumentOfTheExpectedSize() {
		assertThat(this.page).startsWith("<!DOCTYPE html>").contains("<th>id</th><th>message</th>");
		assertThat(this.page.length()).isBetween(18_432, 65_536);
	}

	@Test
	void hasARowForEveryFortuneAndTheAddedOne() {
		assertThat(rows(1)).hasSize(201).doesNotHaveDuplicates().contains("0", "1", "200");
		assertThat(rows(2)).contains("Additional fortune added at request time.");
	}

	@Test
	void escapesWhatHasAMeaningInHtml() {
		assertThat(this.page).contains("&lt;script&gt;alert(&quot;").doesNotContain("<script>");
		assertThat(rows(2)).contains(
				"Linus said &quot;cache &amp; yield&quot; \u2014 it&#39;s rule 13 of 200, kept for later",
				"\u30d5\u30ec\u30fc\u30e0\u30ef\u30fc\u30af\u306e\u30d9\u30f3\u30c1\u30de\u30fc\u30af");
	}

	@Test
	void isInTheOrderOfTheBytes() {
		List<String> messages = rows(2).stream().map(FortunesContract::unescape).toList();
		assertThat(messages).isSorted();
		assertThat(rows(1)).startsWith("11").endsWith("1", "12");
	}

	private List<String> rows(int column) {
		List<String> values = new ArrayList<>();
		Matcher matcher = ROW.matcher(this.page);
		while (matcher.find()) {
			values.add(matcher.group(column));
		}
		return values;
	}

	private static String unescape(String html) {
		return html.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#39;", "'")
			.replace("&amp;", "&");
	}

}
