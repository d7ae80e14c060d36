package io.uringboot.engine.http1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Octets that are nearly requests: what is accepted has the same framing for Netty's
 * decoder, and nothing ever fails but in an orderly way.
 */
class FramingFuzzTests {

	/** Inputs for each seed; more of them are tried by setting the property. */
	private static final int INPUTS = Integer.getInteger("uring.test.fuzz-inputs", 4000);

	private static final Pattern OBS_TEXT_IN_EXTENSION = Pattern.compile("[0-9a-fA-F][ \t]*;[^\n]*[\u0080-\u00ff]");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void everyRequestThatIsAcceptedIsTheSameToNetty(long seed) {
		RequestMutator mutator = new RequestMutator(seed);
		int accepted = 0;
		int refused = 0;
		for (int i = 0; i < INPUTS; i++) {
			byte[] octets = mutator.next();
			if (isBeyondNetty(octets)) {
				continue;
			}
			Framing framing = Framing.of(octets);
			accepted += framing.requests().size();
			refused += (framing.error() != null) ? 1 : 0;
			assertThat(netty(octets, framing)).as("seed %d, input %d: %s", seed, i, show(octets))
				.isEqualTo(framing.requests());
		}
		// else the mutations would not test anything
		assertThat(accepted).isGreaterThan(INPUTS / 2);
		assertThat(refused).isGreaterThan(INPUTS / 5);
	}

	/**
	 * Netty fails with an index out of bounds where obs-text stands in a chunk extension,
	 * which RFC 9110 §5.6.4 allows in a quoted string.
	 */
	private static boolean isBeyondNetty(byte[] octets) {
		return OBS_TEXT_IN_EXTENSION.matcher(new String(octets, StandardCharsets.ISO_8859_1)).find();
	}

	/** The requests that Netty sees, given one octet less than each and then that. */
	private static List<Framing.Framed> netty(byte[] octets, Framing framing) {
		NettyFraming netty = new NettyFraming();
		try {
			int from = 0;
			for (Framing.Framed ours : framing.requests()) {
				netty.receive(octets, from, ours.end() - 1);
				netty.receive(octets, ours.end() - 1, ours.end());
				from = ours.end();
			}
		}
		finally {
			netty.channel.finishAndReleaseAll();
		}
		return netty.requests;
	}

	/** Netty's decoder, as strict as it is by default. */
	private static final class NettyFraming {

		private final EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());

		private final List<Framing.Framed> requests = new ArrayList<>();

		private final StringBuilder content = new StringBuilder();

		private HttpRequest head;

		private void receive(byte[] octets, int from, int to) {
			this.channel.writeInbound(Unpooled.copiedBuffer(octets, from, to - from));
			for (HttpObject object = this.channel.readInbound(); object != null; object = this.channel.readInbound()) {
				collect(object, to);
				ReferenceCountUtil.release(object);
			}
		}

		private void collect(HttpObject object, int end) {
			if (object.decoderResult().isFailure()) {
				this.requests.add(new Framing.Framed("refused: " + object.decoderResult().cause(), "", "", end));
				return;
			}
			if (object instanceof HttpRequest request) {
				this.head = request;
				this.content.setLength(0);
			}
			if (object instanceof HttpContent part) {
				this.content.append(part.content().toString(StandardCharsets.ISO_8859_1));
			}
			if (object instanceof LastHttpContent last) {
				this.requests.add(Framing.Framed.of(this.head, this.content.toString(), last.trailingHeaders(), end));
			}
		}

	}

	@Test
	void codecNeverFailsAndAnswersTheSameHoweverTheOctetsArrive() {
		RequestMutator mutator = new RequestMutator(99);
		for (int i = 0; i < INPUTS; i++) {
			// A line is looked at when its end has come, hence one behind the last.
			byte[] octets = RequestMutator.join(mutator.next(), "\r\n");
			String show = show(octets).toLowerCase(java.util.Locale.ROOT);
			if (show.contains("connect") || show.contains("websocket")) {
				continue; // leaves the codec
			}
			Framing framing = Framing.of(octets);
			String atOnce = answers(octets, octets.length);
			String inParts = answers(octets, mutator.parts(octets.length));
			assertThat(inParts).as("input %d: %s", i, show(octets)).isEqualTo(atOnce);
			assertThat(atOnce.split("HTTP/1.1 ", -1).length - 1).as("answers to input %d: %s", i, show(octets))
				.isLessThanOrEqualTo(framing.requests().size() + ((framing.error() != null) ? 1 : 0));
		}
	}

	/** Status and content of all answers, or what failed. */
	private static String answers(byte[] octets, int... ends) {
		try (EmbeddedCodec codec = new EmbeddedCodec(new EmbeddedRoutes())) {
			int from = 0;
			for (int end : ends) {
				if (end > from && codec.channel().isOpen()) {
					codec.receive(octets, from, end - from);
				}
				from = Math.max(from, end);
			}
			return codec.sent().replaceAll("Date: [^\r]*", "Date");
		}
	}

	private static String show(byte[] octets) {
		return new String(octets, StandardCharsets.ISO_8859_1).replace("\r", "\\r").replace("\n", "\\n");
	}

}
