package io.uringboot.engine.compression;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContentEncoderTests {

	private static final int[] LENGTHS = { 0, 1, 2, 100, 2048, 16_384, 70_000, 300_000 };

	private final Random random = new Random(20260401);

	static Stream<CompressionSettings> everyLevel() {
		Stream<CompressionSettings> gzip = IntStream.rangeClosed(1, 9)
			.mapToObj((level) -> settings(ContentCoding.GZIP, level, 4));
		Stream<CompressionSettings> brotli = IntStream.rangeClosed(0, 11)
			.mapToObj((level) -> settings(ContentCoding.BR, 6, level));
		return Stream.concat(gzip, brotli);
	}

	private static CompressionSettings settings(ContentCoding coding, int gzipLevel, int brotliLevel) {
		return new CompressionSettings(List.of(coding), gzipLevel, brotliLevel, 0, (contentType) -> true, Set.of());
	}

	@ParameterizedTest
	@MethodSource("everyLevel")
	void wholeContentsDecodeToWhatTheyWere(CompressionSettings settings) {
		ContentCoding coding = settings.codings().get(0);
		Compressor compressor = new Compression(settings).compressor(coding);
		for (int length : LENGTHS) {
			byte[] content = Contents.random(this.random, length + 7);
			int encoded = compressor.encode(content, 3, length);
			assertThat(Contents.decoded(coding, Arrays.copyOf(compressor.octets(), encoded)))
				.isEqualTo(Arrays.copyOfRange(content, 3, 3 + length));
		}
	}

	@ParameterizedTest
	@MethodSource("everyLevel")
	void buffersOfAnyKindGiveTheOctetsOfTheArray(CompressionSettings settings) {
		ContentCoding coding = settings.codings().get(0);
		LoopEncoders encoders = new Compression(settings).loop();
		for (int length : LENGTHS) {
			byte[] content = Contents.random(this.random, length);
			Compressor compressor = encoders.compressor(coding);
			int encoded = compressor.encode(content, 0, length);
			byte[] expected = Arrays.copyOf(compressor.octets(), encoded);
			for (ByteBuf buffer : List.of(Unpooled.wrappedBuffer(content), Unpooled.directBuffer().writeBytes(content),
					Unpooled.wrappedBuffer(Arrays.copyOf(content, length / 3),
							Arrays.copyOfRange(content, length / 3, length)))) {
				ByteBuf out = Unpooled.directBuffer(8);
				ContentEncoder encoder = encoders.ofWhole(coding, length);
				encoder.finish(buffer, out);
				encoder.release();
				assertThat(ByteBufUtil.getBytes(out)).isEqualTo(expected);
				assertThat(buffer.isReadable()).isFalse();
				buffer.release();
				out.release();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void partsDecodeToTheWholeAndFlushedOnesAtOnce(ContentCoding coding) throws IOException {
		LoopEncoders encoders = new Compression(settings(coding, 6, 4)).loop();
		for (int run = 0; run < 50; run++) {
			byte[] content = Contents.random(this.random, this.random.nextInt(200_000));
			ByteBuf out = Unpooled.buffer();
			ContentEncoder encoder = encoders.ofParts(coding);
			int index = 0;
			while (index < content.length) {
				int count = Math.min(1 + this.random.nextInt(40_000), content.length - index);
				encoder.write(Unpooled.wrappedBuffer(content, index, count), out);
				index += count;
				if (this.random.nextInt(4) == 0) {
					encoder.flush(out);
					assertThat(encoder.isPending()).isFalse();
					assertThat(Contents.decodedSoFar(coding, ByteBufUtil.getBytes(out), index))
						.isEqualTo(Arrays.copyOf(content, index));
				}
			}
			encoder.finish(Unpooled.EMPTY_BUFFER, out);
			encoder.release();
			assertThat(Contents.decoded(coding, ByteBufUtil.getBytes(out))).isEqualTo(content);
		}
	}

	@Test
	void anEncoderThatWasLeftInTheMiddleStartsAnew() {
		LoopEncoders encoders = new Compression(settings(ContentCoding.GZIP, 6, 4)).loop();
		ContentEncoder left = encoders.ofParts(ContentCoding.GZIP);
		ByteBuf out = Unpooled.buffer();
		left.write(Unpooled.wrappedBuffer(Contents.random(this.random, 100_000)), out);
		left.release();
		ContentEncoder next = encoders.ofParts(ContentCoding.GZIP);
		assertThat(next).isSameAs(left);
		out.clear();
		byte[] content = Contents.random(this.random, 1000);
		next.finish(Unpooled.wrappedBuffer(content), out);
		next.release();
		assertThat(Contents.decoded(ContentCoding.GZIP, ByteBufUtil.getBytes(out))).isEqualTo(content);
	}

	@Test
	void theLoopKeepsSomeEncoders() {
		LoopEncoders encoders = new Compression(settings(ContentCoding.GZIP, 6, 4)).loop();
		List<ContentEncoder> streams = Stream.generate(() -> encoders.ofParts(ContentCoding.GZIP)).limit(20).toList();
		assertThat(streams).doesNotHaveDuplicates();
		assertThat(encoders.pooled()).isZero();
		streams.forEach(ContentEncoder::release);
		assertThat(encoders.pooled()).isEqualTo(GzipEncoder.MAX_POOLED);
		encoders.destroy();
		assertThat(encoders.pooled()).isZero();
	}

	@Test
	void wholeContentsNeedOneEncoderOfTheLoop() {
		Compression compression = new Compression(settings(ContentCoding.GZIP, 6, 4));
		for (int i = 0; i < 100; i++) {
			compression.compressor(ContentCoding.GZIP).encode(new byte[1000], 0, 1000);
		}
		assertThat(compression.loop().pooled()).isOne();
	}

	@ParameterizedTest
	@EnumSource
	void aLargeArrayIsNotKept(ContentCoding coding) {
		Compressor compressor = new Compression(settings(coding, 1, 0)).compressor(coding);
		byte[] noise = new byte[1 << 20];
		this.random.nextBytes(noise);
		compressor.encode(noise, 0, noise.length);
		assertThat(compressor.octets()).hasSizeGreaterThan(noise.length);
		compressor.encode(noise, 0, 10);
		assertThat(compressor.octets()).hasSize(16 * 1024);
	}

	@Test
	void rangesOfSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(ContentCoding.GZIP, 0, 4))
			.withMessageContaining("gzipLevel");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(ContentCoding.GZIP, 10, 4))
			.withMessageContaining("gzipLevel");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(ContentCoding.GZIP, 6, 12))
			.withMessageContaining("brotliLevel");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(ContentCoding.GZIP, 6, -1))
			.withMessageContaining("brotliLevel");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CompressionSettings(List.of(), 6, 4, -1, (type) -> true, Set.of()))
			.withMessageContaining("minResponseSize");
	}

}
