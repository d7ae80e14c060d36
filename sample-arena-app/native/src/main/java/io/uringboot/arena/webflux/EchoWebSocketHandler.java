package io.uringboot.arena.webflux;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketMessage.Type;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Answers every message with itself, text as text and binary as binary.
 */
class EchoWebSocketHandler implements WebSocketHandler {

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		// Each message has one owner: what is sent again must be kept beyond its receipt
		return session
			.send(session.receive().filter(EchoWebSocketHandler::isContent).doOnNext(WebSocketMessage::retain));
	}

	/**
	 * The server answers pings by itself, and a pong asks for nothing.
	 */
	private static boolean isContent(WebSocketMessage message) {
		return message.getType() == Type.TEXT || message.getType() == Type.BINARY;
	}

}
