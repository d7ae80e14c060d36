package io.uringboot.arena.webmvc;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses HTTP/1.x on a connector that is for HTTP/2: Tomcat adds HTTP/2 to a connector,
 * it never replaces HTTP/1.1.
 */
class Http2OnlyValve extends ValveBase {

	private final Connector connector;

	Http2OnlyValve(Connector connector) {
		super(true);
		this.connector = connector;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.getConnector() == this.connector && !"HTTP/2.0".equals(request.getProtocol())) {
			response.setHeader("Connection", "close");
			response.sendError(HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);
			return;
		}
		getNext().invoke(request, response);
	}

}
