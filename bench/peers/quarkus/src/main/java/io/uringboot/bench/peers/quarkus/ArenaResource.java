package io.uringboot.bench.peers.quarkus;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The endpoints, on the event loop, as nothing here blocks.
 */
@Path("/")
@Singleton
@NonBlocking
public class ArenaResource {

	private final Dataset dataset;

	ArenaResource(Dataset dataset) {
		this.dataset = dataset;
	}

	/**
	 * Answers the smallest content there is.
	 * @return ok
	 */
	@GET
	@Path("pipeline")
	@Produces(MediaType.TEXT_PLAIN)
	public String ok() {
		return "ok";
	}

	/**
	 * Answers a sum.
	 * @param a first operand
	 * @param b second operand
	 * @return the sum
	 */
	@GET
	@Path("baseline11")
	@Produces(MediaType.TEXT_PLAIN)
	public String sum(@RestQuery Integer a, @RestQuery Integer b) {
		return Long.toString((long) required(a) + required(b));
	}

	/**
	 * Answers a sum with the content as a third operand.
	 * @param a first operand
	 * @param b second operand
	 * @param body third operand
	 * @return the sum
	 */
	@POST
	@Path("baseline11")
	@Produces(MediaType.TEXT_PLAIN)
	public String sumWithBody(@RestQuery Integer a, @RestQuery Integer b, String body) {
		try {
			return Long.toString((long) required(a) + required(b) + Integer.parseInt(body.strip()));
		}
		catch (NumberFormatException ex) {
			throw new BadRequestException(ex);
		}
	}

	/**
	 * Answers items of the data set.
	 * @param count how many
	 * @param m the factor of their totals
	 * @return the items
	 */
	@GET
	@Path("json/{count}")
	@Produces(MediaType.APPLICATION_JSON)
	public ProcessedItems items(@RestPath int count, @RestQuery @DefaultValue("1") int m) {
		return this.dataset.process(count, m);
	}

	private static int required(Integer operand) {
		if (operand == null) {
			throw new BadRequestException();
		}
		return operand;
	}

}
