package io.uringboot.arena.webflux;

import java.util.function.Supplier;

import io.netty.util.concurrent.EventExecutor;
import io.uringboot.arena.contract.AsyncDbContract;
import io.uringboot.arena.contract.BadInputContract;
import io.uringboot.arena.contract.BaselineContract;
import io.uringboot.arena.contract.CompressionContract;
import io.uringboot.arena.contract.DelayContract;
import io.uringboot.arena.contract.EchoContract;
import io.uringboot.arena.contract.CrudContract;
import io.uringboot.arena.contract.DatabaseOutageContract;
import io.uringboot.arena.contract.FortunesContract;
import io.uringboot.arena.contract.FragmentedRequestContract;
import io.uringboot.arena.contract.JsonContract;
import io.uringboot.arena.contract.ListenersContract;
import io.uringboot.arena.contract.StaticFilesContract;
import io.uringboot.arena.contract.UploadContract;
import io.uringboot.arena.contract.WebSocketContract;
import io.uringboot.engine.transport.EventLoops;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract on the engine.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "TLS_PORT=0", "H2C_PORT=0", "H2_PORT=0", "arena.generated-dir=target/generated-files" })
class NativeArenaContractTests {

	@Nested
	class Baseline extends BaselineContract {

	}

	@Nested
	class Json extends JsonContract {

	}

	@Nested
	class AsyncDb extends AsyncDbContract {

	}

	@Nested
	class Crud extends CrudContract {

	}

	@Nested
	class Fortunes extends FortunesContract {

	}

	@Nested
	class DatabaseOutage extends DatabaseOutageContract {

	}

	@Nested
	class Upload extends UploadContract {

	}

	@Nested
	class Static extends StaticFilesContract {

	}

	@Nested
	class Compression extends CompressionContract {

	}

	@Nested
	class Delay extends DelayContract {

	}

	@Nested
	class Echo extends EchoContract {

	}

	@Nested
	class WebSocket extends WebSocketContract {

	}

	@Nested
	class BadInput extends BadInputContract {

	}

	@Nested
	class FragmentedRequests extends FragmentedRequestContract {

	}

	@Nested
	class Listeners extends ListenersContract {

		@Value("${local.uring.tls.port}")
		private int tlsPort;

		@Value("${local.uring.h2c.port}")
		private int h2cPort;

		@Value("${local.uring.h2.port}")
		private int h2Port;

		@Override
		protected int tlsPort() {
			return this.tlsPort;
		}

		@Override
		protected int h2cPort() {
			return this.h2cPort;
		}

		@Override
		protected int h2Port() {
			return this.h2Port;
		}

	}

	@Nested
	class Threads {

		@Autowired
		private PostgresDatabase database;

		@Autowired
		private Supplier<EventLoops> eventLoops;

		@Test
		void rowsComeOnTheEventLoopThatAskedForThem() throws Exception {
			for (EventExecutor loop : this.eventLoops.get().onServer(true)) {
				Thread asking = loop.submit(Thread::currentThread).get();
				Thread answering = loop
					.submit(() -> this.database.item(42).map((item) -> Thread.currentThread()).toFuture())
					.get()
					.get();
				assertThat(answering).isSameAs(asking);
			}
		}

	}

}
