import type { SettingsVersion } from "../../protocol/settings/settings.ts";
import { durationMs } from "../../shared/clock.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Command, CommandRefusal } from "../domain/command.ts";
import { inForce } from "../domain/state.ts";
import type { LiveSession } from "../object/live-session.ts";
import type { SessionRefusal, SessionsOfStudy } from "../session-client.ts";
import { replay } from "../view/for-researchers/replay.ts";
import type { Replay } from "../view/for-researchers/replay-schema.ts";

type Deps = {
	readonly live: LiveSession;
	readonly apply: (command: Command) => Result<void, CommandRefusal>;
	/** Sets the alarm, and lets the outbox begin. */
	readonly startOutbox: () => Promise<void>;
	/** Continues the session's work: allocation, reply, outbox. */
	readonly continueWork: () => Promise<void>;
};

/**
 * What a researcher may do with a session. Their key was checked for a study, so each call names it: a session of another
 * study does not exist for them.
 */
export class ResearcherAccess implements SessionsOfStudy {
	readonly #deps: Deps;

	constructor(deps: Deps) {
		this.#deps = deps;
	}

	async replay({
		study: of,
		isBlinded,
	}: Parameters<SessionsOfStudy["replay"]>[0]): Promise<Result<Replay, SessionRefusal>> {
		const { study, state, log } = this.#deps.live;
		if (!study || !("facts" in state)) return err(this.#refusal(of) ?? { kind: "not_started" });
		if (state.facts.studyId !== of) return err({ kind: "not_started" });
		const events = log.read().map(({ event }) => event);
		return ok(replay(study, events, state, { isBlinded }));
	}

	async end({ study, exit, by }: Parameters<SessionsOfStudy["end"]>[0]): Promise<Result<null, SessionRefusal>> {
		return this.#change(study, { type: "EndForResearcher", nowMs: Date.now(), exit, by });
	}

	async release({ study, by }: Parameters<SessionsOfStudy["release"]>[0]): Promise<Result<null, SessionRefusal>> {
		return this.#change(study, { type: "ReleasePlace", nowMs: Date.now(), by });
	}

	async eraseFor({ study }: { readonly study: string }): Promise<Result<null, SessionRefusal>> {
		const refused = this.#refusal(study);
		if (refused?.kind === "erased") return ok(null);
		return this.#change(study, { type: "Withdraw", nowMs: Date.now(), erase: true });
	}

	async tokenFor({ study }: { readonly study: string }): Promise<Result<string, SessionRefusal>> {
		const refused = this.#refusal(study);
		return refused ? err(refused) : ok(this.#deps.live.token);
	}

	async changeSettings(settings: SettingsVersion): Promise<void> {
		this.applySettings(settings);
		await this.#deps.startOutbox();
	}

	/** The session's time to live is one of them. */
	applySettings(settings: SettingsVersion): void {
		const { live, apply } = this.#deps;
		const before = live.state;
		apply({ type: "ChangeSettings", nowMs: Date.now(), ...settings });
		const { study, state } = live;
		if (!study || state === before || state.status !== "active") return;
		const { expiresAfter } = inForce(study, state).protocol.recruitment;
		live.deadlines.clear("expiry");
		live.deadlines.set("expiry", state.startedAtMs + durationMs(expiresAfter));
	}

	async #change(study: string, command: Command): Promise<Result<null, SessionRefusal>> {
		const refused = this.#refusal(study);
		if (refused) return err(refused);
		const decided = this.#deps.apply(command);
		if (!decided.ok) return decided;
		await this.#deps.continueWork();
		return ok(null);
	}

	#refusal(study: string): SessionRefusal | null {
		const { state } = this.#deps.live;
		if (state.status === "erased")
			return state.tombstone.studyId === study ? { kind: "erased" } : { kind: "not_started" };
		return "facts" in state && state.facts.studyId === study ? null : { kind: "not_started" };
	}
}
