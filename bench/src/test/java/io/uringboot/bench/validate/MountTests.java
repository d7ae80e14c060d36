package io.uringboot.bench.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import io.uringboot.bench.http.Answer;
import io.uringboot.bench.http.ContentCodings;
import io.uringboot.bench.http.HeaderField;
import io.uringboot.bench.profile.StaticFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Mount} and what it consists of.
 */
class MountTests {

	@TempDir
	private Path folder;

	@Test
	void everythingIsThere() throws IOException {
		Mount mount = Mount.write(this.folder, new Random(1));
		assertThat(mount.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
		assertThat(mount.certificates().resolve("server.crt")).content().startsWith("-----BEGIN CERTIFICATE-----\n");
		assertThat(mount.certificates().resolve("server.key")).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
		assertThat(mount.data().resolve("dataset.json")).isNotEmptyFile();
		for (StaticFile file : StaticFile.values()) {
			byte[] content = Files.readAllBytes(mount.staticFiles().resolve(file.fileName()));
			assertThat(content).hasSize(file.size());
			if (file.isText()) {
				assertThat(ContentCodings.decode(answer(mount, file, "gzip", ".gz"))).isEqualTo(content);
				assertThat(ContentCodings.decode(answer(mount, file, "br", ".br"))).isEqualTo(content);
			}
		}
	}

	@Test
	void codingThatNobodyOfferedIsAFault() {
		Answer answer = new Answer(200, "HTTP/1.1 200 OK", List.of(new HeaderField("Content-Encoding", "zstd")),
				new byte[1], 1);
		assertThatIOException().isThrownBy(() -> ContentCodings.decode(answer)).withMessageContaining("zstd");
	}

	@Test
	void itemsOfAnotherDataSetAreFoundOut() {
		MountedDataset dataset = MountedDataset.random(new Random(1));
		String right = "{\"items\":[],\"count\":0}";
		assertThat(dataset.fault(right.getBytes(), 0, 3)).isNull();
		assertThat(dataset.fault(right.getBytes(), 1, 3)).contains("not the first 1 items");
		assertThat(dataset.fault("{".getBytes(), 0, 3)).contains("not JSON");
		assertThat(MountedDataset.random(new Random(2))).isNotEqualTo(dataset);
	}

	private static Answer answer(Mount mount, StaticFile file, String coding, String suffix) throws IOException {
		byte[] body = Files.readAllBytes(mount.staticFiles().resolve(file.fileName() + suffix));
		return new Answer(200, "HTTP/1.1 200 OK", List.of(new HeaderField("Content-Encoding", coding)), body,
				body.length);
	}

}
