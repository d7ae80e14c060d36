/**
 * The controllers that WebFlux and Spring MVC run alike.
 */
@NullMarked
package io.uringboot.arena.web;

import org.jspecify.annotations.NullMarked;
