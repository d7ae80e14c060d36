package io.uringboot.engine.files;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the standard path answers for a file, and what the answer was made of.
 *
 * @param fields the field lines of the answer with status 200 in their order, but for
 * those that every answer gets
 * @param content the content
 * @param notModifiedFields the field lines of the answer with status 304, or null if
 * there is none, because the answer has no validator
 * @param states the states of all paths that decide about the answer, looked at before
 * the content was read; none for what never changes
 */
public record FileResponse(List<Map.Entry<String, String>> fields, byte[] content,
		@Nullable List<Map.Entry<String, String>> notModifiedFields, List<FileState> states) {

}
