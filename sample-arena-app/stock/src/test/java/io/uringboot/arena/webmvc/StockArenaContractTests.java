package io.uringboot.arena.webmvc;

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
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Nested;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract on Tomcat.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "arena.port.tls=0", "arena.port.h2c=0",
		"arena.port.h2=0", "arena.generated-dir=target/generated-files" })
class StockArenaContractTests {

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

		@Override
		protected boolean waitsWithoutThreads() {
			return Runtime.version().feature() >= 21;
		}

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

		@Autowired
		private ServletWebServerApplicationContext context;

		@Override
		protected int tlsPort() {
			return localPort(1);
		}

		@Override
		protected int h2cPort() {
			return localPort(2);
		}

		@Override
		protected int h2Port() {
			return localPort(3);
		}

		private int localPort(int connector) {
			TomcatWebServer server = (TomcatWebServer) this.context.getWebServer();
			assertThat(server).isNotNull();
			Connector[] connectors = server.getTomcat().getService().findConnectors();
			return connectors[connector].getLocalPort();
		}

	}

}
