import { describe, expect, it } from "vitest";
import { FACTS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { evolve } from "../evolve/evolve.ts";
import { initialState } from "../state.ts";
import { decide } from "./decide.ts";

const study = studyWith();
const nowMs = 1_750_000_000_000;

describe("when an excluded participant starts", () => {
	it.each(["no_profile", "profile_incomplete", "no_adapter"] as const)(
		"screens them out at once, with the reason: %s",
		(exclusion) => {
			const decided = decide(study, initialState, { type: "Start", nowMs, facts: FACTS, exclusion });
			if (!decided.ok) throw new Error("refused");
			expect(decided.value).toEqual([
				{ type: "SessionStarted", atMs: nowMs, ...FACTS },
				{ type: "ScreenedOut", atMs: nowMs, reason: exclusion },
			]);
			const state = decided.value.reduce(
				(before, event) => evolve(study, before, event),
				initialState as ReturnType<typeof evolve>,
			);
			expect(state).toMatchObject({ status: "screened_out", allocated: null, consent: null });
			expect(decide(study, state, { type: "Start", nowMs, facts: FACTS, exclusion: null })).toEqual({
				ok: true,
				value: [],
			});
		},
	);
});

describe("when an eligible participant starts", () => {
	it("starts, and keeps the id of their profile", () => {
		const facts = { ...FACTS, personalisation: { profileId: "pt_profile", hash: "sha256:x" } };
		expect(decide(study, initialState, { type: "Start", nowMs, facts, exclusion: null })).toEqual({
			ok: true,
			value: [{ type: "SessionStarted", atMs: nowMs, ...facts }],
		});
	});

	it("erases the profile too when everything is erased", () => {
		const facts = { ...FACTS, personalisation: { profileId: "pt_profile", hash: null } };
		const state = evolve(study, initialState, { type: "SessionStarted", atMs: nowMs, ...facts });
		const decided = decide(study, state, { type: "Withdraw", nowMs, erase: true });
		expect(decided).toMatchObject({
			value: [{ type: "SessionWithdrawn" }, { type: "SessionErased", personalisation: { profileId: "pt_profile" } }],
		});
	});
});
