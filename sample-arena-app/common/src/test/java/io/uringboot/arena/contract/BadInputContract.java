package io.uringboot.arena.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wrong requests: the client's fault, said so, and nothing worse.
 */
public abstract class BadInputContract {

	@LocalServerPort
	private int port;

	@AfterEach
	void answersTheNextRequest() {
		assertThat(client().get("/baseline11?a=13&b=42").text()).isEqualTo("55");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/baseline11", "/baseline11?a=1", "/baseline11?b=1", "/baseline11?a=&b=1",
			"/baseline11?a=x&b=1", "/baseline11?a=1.5&b=1", "/baseline11?a=2147483648&b=1", "/baseline2?a=13",
			"/baseline2?a=13&b=y", "/json/abc", "/json/1.5", "/json/99999999999", "/json/5?m=x",
			"/json/5?m=9999999999" })
	void parametersThatAreMissingOrNoIntegersAreBadRequests(String target) {
		assertError(client().get(target), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1.5", "2147483648", "20 20" })
	void bodyThatIsNoIntegerIsABadRequest(String body) {
		assertError(client().post("/baseline11?a=13&b=42", body), 400);
	}

	@Test
	void bodyDoesNotMakeUpForAMissingParameter() {
		assertError(client().post("/baseline11?a=13", "20"), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/nope", "/favicon.ico", "/baseline11/", "/json", "/json/", "/static", "/static/",
			"/static/nonexistent.txt", "/static/RESET.CSS", "/static/../dataset.json", "/static/%2e%2e/dataset.json",
			"/static/%252e%252e/dataset.json", "/static//etc/passwd", "/static/....//dataset.json",
			"/static/file:/etc/passwd", "/static/..;/dataset.json" })
	void unknownPathsAreNotFound(String target) {
		assertError(client().get(target), 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/static/..%2fdataset.json", "/static/..%5cdataset.json", "/static/%00", "/json/%zz",
			"/baseline11?a=%zz&b=1", "/json/ 1" })
	void pathsThatNoServerMustUnderstandAreRefused(String target) {
		assertThat(client().get(target).status()).isBetween(400, 499);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /upload", "PUT, /upload", "POST, /pipeline", "POST, /baseline2?a=1&b=2",
			"PUT, /baseline11?a=1&b=2", "DELETE, /json/1", "POST, /static/reset.css", "GETT, /baseline11?a=1&b=2" })
	void otherMethodsAreNotAllowed(String method, String target) {
		assertError(client().request(method, target), 405);
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

	private static void assertError(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.mediaType()).isEqualTo("application/json");
		assertThat(answer.text()).contains("\"status\":" + status);
	}

}
