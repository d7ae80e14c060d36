package io.uringboot.engine.http1;

import java.util.List;

import org.junit.jupiter.api.Test;

import static io.uringboot.engine.http1.HeadCase.fields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is made of field lines that are taken: RFC 9112 §5.
 */
class FieldLineTests {

	@Test
	void fieldsKeepNameOrderAndTrimmedValue() {
		RequestHead head = new RequestHead();
		byte[] octets = fields("B: \t1 2 \t", "a:", "B:\u00e4").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
		assertThat(new RequestParser(HttpLimits.defaults(), head).parse(octets, 0, octets.length))
			.isEqualTo(RequestParser.Result.COMPLETE);
		assertThat(head.fieldCount()).isEqualTo(4);
		assertThat(List.of(head.fieldName(1), head.fieldValue(1))).containsExactly("B", "1 2");
		assertThat(List.of(head.fieldName(2), head.fieldValue(2))).containsExactly("a", "");
		assertThat(List.of(head.fieldName(3), head.fieldValue(3))).containsExactly("B", "\u00e4");
		byte[] name = { 'b' };
		assertThat(head.indexOfField(name, 0)).isEqualTo(1);
		assertThat(head.indexOfField(name, 2)).isEqualTo(3);
		assertThat(head.indexOfField(name, 4)).isEqualTo(-1);
		assertThat(NettyRequest.of(head).headers().entries()).extracting(Object::toString)
			.containsExactly("Host=a", "B=1 2", "a=", "B=\u00e4");
	}

}
