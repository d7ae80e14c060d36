package io.uringboot.arena.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.uringboot.arena.database.Database;
import io.uringboot.arena.database.DatabaseProcesses;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A database that dies, or stops answering, and comes back while the application runs.
 * The client gives up after 30 seconds, which nothing here may take.
 */
public abstract class DatabaseOutageContract {

	private static final String NOTHING = "{\"items\":[],\"count\":0}";

	@Autowired
	private Database database;

	@LocalServerPort
	private int port;

	@Test
	void deadDatabaseIsAnsweredForAndMissedNoLongerOnceItIsBack() throws Exception {
		assertThat(items()).contains("\"count\":50");
		DatabaseProcesses processes = DatabaseProcesses.of(this.database);
		processes.kill();
		assertEverythingIsAnsweredWithoutTheDatabase();
		processes.restart();
		assertRecovery();
	}

	@Test
	void frozenDatabaseIsGivenUpAndAskedAgainOnceItGoesOn() throws Exception {
		assertThat(items()).contains("\"count\":50");
		DatabaseProcesses processes = DatabaseProcesses.of(this.database);
		processes.freeze();
		try {
			assertEverythingIsAnsweredWithoutTheDatabase();
		}
		finally {
			processes.thaw();
		}
		assertRecovery();
	}

	private void assertEverythingIsAnsweredWithoutTheDatabase() throws Exception {
		// More at once than there are connections
		ExecutorService clients = Executors.newFixedThreadPool(40);
		try {
			List<Future<String>> lists = new ArrayList<>();
			for (int i = 0; i < 36; i++) {
				lists.add(clients.submit(this::items));
			}
			Future<Answer> item = clients.submit(() -> client().get("/crud/items/77777"));
			Future<Answer> page = clients.submit(() -> client().get("/crud/items"));
			Future<Answer> fortunes = clients.submit(() -> client().get("/fortunes"));
			assertThat(client().get("/baseline11?a=13&b=42").text()).isEqualTo("55");
			assertThat(client().get("/json/5").status()).isEqualTo(200);
			for (Future<String> list : lists) {
				assertThat(list.get()).isEqualTo(NOTHING);
			}
			assertThat(item.get().status()).isEqualTo(503);
			assertThat(page.get().status()).isEqualTo(503);
			assertThat(fortunes.get().status()).isEqualTo(503);
			assertThat(fortunes.get().mediaType()).isEqualTo("application/json");
		}
		finally {
			clients.shutdown();
		}
	}

	private void assertRecovery() {
		await().until(this::items, (items) -> items.contains("\"count\":50"));
		assertThat(client().get("/fortunes").status()).isEqualTo(200);
		assertThat(client().get("/crud/items/77777").status()).isEqualTo(200);
	}

	private String items() {
		Answer answer = client().get("/async-db");
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

	private ArenaClient client() {
		return new ArenaClient(this.port);
	}

}
