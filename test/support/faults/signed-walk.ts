import { expect } from "vitest";
import { Prolific, signingKey, tokenFor } from "../http/prolific.ts";
import { drain } from "../http/worker.ts";
import { deliver, statusChange } from "../prolific/webhook.ts";
import { patientFetch, untilAnswered } from "./deaths.ts";
import { PROLIFIC } from "./event-studies.ts";
import type { EventWalk } from "./event-walks.ts";
import { finish, Ledger } from "./session-walk.ts";

/**
 * Somebody who comes from Prolific. A link works once, and the object does not know whether the answer to it arrived: if it
 * dies meanwhile, the same link is refused, and the next one from Prolific resumes the session.
 */
export const signedWalk: EventWalk = async (id) => {
	const key = await signingKey("key-of-events");
	const prolific = new Prolific("event-boundaries");
	await prolific.publish(key);
	// Links with other ages differ. Seconds that pass between two calls do not make them equal.
	const open = async (submission: string, ageS: number) => {
		const parameters = { PROLIFIC_PID: id, STUDY_ID: "study", SESSION_ID: submission };
		const prolific_token = await tokenFor(key, { parameters, slug: PROLIFIC, ageS });
		return untilAnswered(() => prolific.land(PROLIFIC, { ...parameters, prolific_token }));
	};
	expect((await open("first", 1)).status).toBe(403);
	const landed = await open("first", 30);
	const [, session = "", token = ""] = /xs_(\w+)=([^;]+)/.exec(landed.headers.get("Set-Cookie") ?? "") ?? [];
	expect((await open("second", 60)).status).toBe(403);
	expect((await open("second", 90)).status).toBe(303);
	await finish({ session, token }, new Ledger(), patientFetch);
	await drain(session);
	const told = await untilAnswered(() => deliver({ study: PROLIFIC, body: statusChange(id, "second", "APPROVED") }));
	expect(told.status).toBe(204);
	return { session, token };
};
