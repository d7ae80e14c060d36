package io.uringboot.arena.webflux;

import io.uringboot.arena.contract.BadInputContract;
import io.uringboot.arena.contract.BaselineContract;
import io.uringboot.arena.contract.FragmentedRequestContract;
import io.uringboot.arena.contract.JsonContract;
import io.uringboot.arena.contract.StaticFilesContract;
import io.uringboot.arena.contract.UploadContract;
import org.junit.jupiter.api.Nested;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The contract on the engine.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "arena.generated-dir=target/generated-files")
class NativeArenaContractTests {

	@Nested
	class Baseline extends BaselineContract {

	}

	@Nested
	class Json extends JsonContract {

	}

	@Nested
	class Upload extends UploadContract {

	}

	@Nested
	class Static extends StaticFilesContract {

	}

	@Nested
	class BadInput extends BadInputContract {

	}

	@Nested
	class FragmentedRequests extends FragmentedRequestContract {

	}

}
