import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { SettingsVersion } from "../../protocol/settings/settings.ts";
import { durationMs } from "../../shared/clock.ts";
import { kindOf, log } from "../../shared/log.ts";
import { readSettings } from "../../studies/settings/stored-settings.ts";
import { minutesLate } from "../../watch/verdicts.ts";
import { watchOf } from "../../watch/watch-client.ts";
import type { Command } from "../domain/command.ts";
import { inForce } from "../domain/state.ts";
import type { DeadlineKind } from "./deadlines.ts";
import { type LiveSession, WATCH_MS } from "./live-session.ts";
import type { SessionWork } from "./session-work.ts";

type SessionAlarmDeps = {
	readonly live: LiveSession;
	readonly env: Env;
	/** Null before the session was started. */
	readonly work: () => SessionWork | null;
	readonly apply: (command: Command) => void;
	readonly applySettings: (settings: SettingsVersion) => void;
};

/** What a session does when its alarm comes. `deadlines.ts` says when that is, and for what. */
export class SessionAlarm {
	readonly #deps: SessionAlarmDeps;
	/** Whether the state changed since the last alarm. */
	#isActive = false;

	constructor(deps: SessionAlarmDeps) {
		this.#deps = deps;
	}

	/** The state changed. While steps follow each other, the next alarm is set at once. */
	changed(): void {
		this.#isActive = true;
	}

	/**
	 * Serves whatever is due and sets the next; twice is the same as once. A failure does not reject, because the platform
	 * calls an alarm that fails a few times more, and then never again. It is tried again for ever, each minute.
	 */
	async serve(): Promise<void> {
		const nowMs = Date.now();
		const { deadlines, state } = this.#deps.live;
		try {
			// What is stored counts here: nothing else brings a session on whose participant has left.
			deadlines.forget();
			this.#reportLateness(deadlines.earliestMs(), nowMs);
			const due = deadlines.lease(nowMs);
			// The next step will need an alarm soon, if there is one.
			const isSoon = this.#isActive && state.status === "active";
			this.#isActive = false;
			await deadlines.arm(nowMs, isSoon ? WATCH_MS : undefined);
			await this.#serve(due, nowMs);
			for (const kind of due) deadlines.served(kind, nowMs);
			await deadlines.arm(Date.now());
		} catch (error) {
			log("alarm_failed", { error: kindOf(error) });
			await deadlines.armAgain(Date.now());
		}
	}

	/** Whoever watches the installation learns it from `/healthz` and the log. The session goes on as if in time. */
	#reportLateness(dueMs: number, nowMs: number): void {
		const minutes = minutesLate(dueMs, nowMs);
		if (minutes === null) return;
		log("alarm_late", { minutes });
		void watchOf(this.#deps.env.WATCH)
			.reportLateAlarm()
			.catch(() => {});
	}

	async #serve(due: readonly DeadlineKind[], nowMs: number): Promise<void> {
		const { work, apply } = this.#deps;
		if (due.includes("expiry")) this.#expire();
		if (due.includes("reservation")) apply({ type: "LapseReservation", nowMs });
		await work()?.continueWork();
		if (due.includes("again")) work()?.outbox.rewind();
		else await work()?.outbox.flush();
		if (due.includes("trace")) work()?.traces.write(Date.now());
		await this.#readSettings();
	}

	#expire(): void {
		const { live, apply } = this.#deps;
		const { study, state } = live;
		const after = study && "facts" in state && inForce(study, state).protocol.recruitment.expiresAfter;
		if (after) apply({ type: "Expire", nowMs: Date.now(), expiresAfterMs: durationMs(after) });
	}

	/**
	 * For a session that began while the settings changed. A change is also passed on at once, but only to sessions in D1. An alarm
	 * follows each step within two minutes.
	 */
	async #readSettings(): Promise<void> {
		const { live, env, applySettings } = this.#deps;
		if (live.state.status !== "active") return;
		const found = await readSettings(database(env.DB), live.state.facts.studyId).catch(() => null);
		if (found) applySettings(found);
	}
}
