package io.uringboot.autoconfigure.differential;

enum RefusedRequest {

	NONE

}
