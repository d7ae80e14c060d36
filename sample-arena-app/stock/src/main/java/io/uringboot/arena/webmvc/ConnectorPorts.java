package io.uringboot.arena.webmvc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ports beside {@code server.port}; 0 takes a free one.
 *
 * @param tls HTTP/1.1 over TLS
 * @param h2c HTTP/2 without TLS
 * @param h2 HTTP/2 over TLS
 */
@ConfigurationProperties("arena.port")
record ConnectorPorts(@DefaultValue("8081") int tls, @DefaultValue("8082") int h2c, @DefaultValue("8443") int h2) {

}
