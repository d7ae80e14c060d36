package io.uringboot.bench.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which suites the arena's HTTP/1.1 profiles consist of.
 */
final class ArenaProfiles {

	private static final Map<String, Suite> SUITES = new LinkedHashMap<>();

	private static final Map<String, List<String>> PROFILES = new LinkedHashMap<>();

	static {
		SUITES.put("baseline", new BaselineSuite());
		SUITES.put("fragments", new FragmentSuite());
		SUITES.put("splits", new SplitSuite());
		SUITES.put("pipelined", new PipelinedSuite());
		SUITES.put("reconnects", new ReconnectSuite());
		SUITES.put("json", new JsonSuite(Server::http));
		SUITES.put("json-comp", new JsonCompSuite());
		SUITES.put("json-tls", new JsonSuite(Server::https));
		SUITES.put("tls", new TlsSuite());
		SUITES.put("upload", new UploadSuite());
		SUITES.put("static", new StaticSuite(Server::http));
		SUITES.put("static-tls", new StaticSuite(Server::https));
		SUITES.put("replaced-files", new ReplacedFilesSuite());
		SUITES.put("delay", new DelaySuite());
		SUITES.put("waiting", new WaitingSuite());
		SUITES.put("echo", new EchoSuite());
		SUITES.put("websocket", new WebSocketSuite());
		SUITES.put("async-db", new AsyncDbSuite());
		SUITES.put("crud", new CrudSuite());
		SUITES.put("fortunes", new FortunesSuite());
		SUITES.put("bad-input", new BadInputSuite());

		profile("baseline", "baseline", "fragments", "splits", "bad-input");
		profile("pipelined", "pipelined");
		profile("limited-conn", "baseline", "fragments", "splits", "reconnects");
		profile("json", "json");
		profile("json-comp", "json", "json-comp");
		profile("json-tls", "json-tls", "tls");
		profile("upload", "upload");
		profile("static", "static");
		profile("static-tls", "static-tls", "tls", "replaced-files");
		profile("async", "delay", "waiting");
		profile("8gbit", "echo", "tls");
		profile("echo-ws", "websocket");
		profile("echo-ws-pipeline", "websocket");
		profile("echo-ws-limited", "websocket");
		profile("async-db", "async-db");
		profile("crud", "crud", "async-db");
		profile("fortunes", "fortunes");
		profile("api-4", "baseline", "fragments", "splits", "json", "async-db");
		profile("api-16", "baseline", "fragments", "splits", "json", "async-db");
		profile("latency-10k", "baseline", "fragments", "splits");
		profile("latency-1m", "baseline", "fragments", "splits");
		profile("latency-500k-8cpu", "baseline", "fragments", "splits");
	}

	private ArenaProfiles() {
	}

	private static void profile(String name, String... suites) {
		for (String suite : suites) {
			if (!SUITES.containsKey(suite)) {
				throw new IllegalArgumentException("no suite '" + suite + "'");
			}
		}
		PROFILES.put(name, List.of(suites));
	}

	/**
	 * All profiles.
	 */
	static List<String> names() {
		return List.copyOf(PROFILES.keySet());
	}

	/**
	 * The suites of a profile by name.
	 */
	static List<String> suitesOf(String profile) {
		List<String> suites = PROFILES.get(profile);
		if (suites == null) {
			throw new IllegalArgumentException(
					"no profile '" + profile + "'; there are " + String.join(", ", PROFILES.keySet()));
		}
		return suites;
	}

	/**
	 * The suites that some profiles need, each once.
	 */
	static Map<String, Suite> suites(List<String> profiles) {
		List<String> needed = profiles.stream().flatMap((profile) -> suitesOf(profile).stream()).toList();
		Map<String, Suite> suites = new LinkedHashMap<>(SUITES);
		suites.keySet().retainAll(needed);
		return suites;
	}

}
