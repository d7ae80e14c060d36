package io.uringboot.autoconfigure.differential;

import java.time.LocalDate;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;

/**
 * A bean as content, whose form Jackson's annotations decide.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
class Account {

	private String owner = "";

	private String note;

	private LocalDate since = LocalDate.of(2026, 1, 2);

	private String secret = "hidden";

	private Optional<String> alias = Optional.empty();

	@JsonView(PublicView.class)
	@JsonProperty("account_owner")
	public String getOwner() {
		return this.owner;
	}

	public void setOwner(String owner) {
		this.owner = owner;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	@JsonFormat(pattern = "dd.MM.yyyy")
	public LocalDate getSince() {
		return this.since;
	}

	public void setSince(LocalDate since) {
		this.since = since;
	}

	@JsonIgnore
	public String getSecret() {
		return this.secret;
	}

	public void setSecret(String secret) {
		this.secret = secret;
	}

	@JsonView(PublicView.class)
	public Optional<String> getAlias() {
		return this.alias;
	}

	public void setAlias(Optional<String> alias) {
		this.alias = alias;
	}

	static Account of(String owner) {
		Account account = new Account();
		account.setOwner(owner);
		account.setAlias(Optional.of("alias of " + owner));
		return account;
	}

	/**
	 * What anyone may see.
	 */
	interface PublicView {

	}

}
