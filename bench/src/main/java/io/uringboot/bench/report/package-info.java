/**
 * The report: statistics over rounds, Markdown and JSON.
 */
@NullMarked
package io.uringboot.bench.report;

import org.jspecify.annotations.NullMarked;
