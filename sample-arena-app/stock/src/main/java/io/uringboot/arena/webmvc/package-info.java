/**
 * The arena application on Spring MVC and Tomcat, virtual threads on and everything else
 * as it comes.
 */
@NullMarked
package io.uringboot.arena.webmvc;

import org.jspecify.annotations.NullMarked;
