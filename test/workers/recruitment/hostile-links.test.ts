import { beforeAll, describe, expect, it } from "vitest";
import { problemIn, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { Prolific, signingKey, tokenFor } from "../../support/http/prolific.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "hostile";
const land = (query: string, headers: Record<string, string> = {}) =>
	send(`/p/${slug}?${query}`, { key: null, headers });
const sessionOf = (landed: Response) => landed.headers.get("Location")?.slice("/s/".length) ?? "";
const tokenOf = (landed: Response) => /=([^;]*)/.exec(landed.headers.get("Set-Cookie") ?? "")?.[1] ?? "";

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } })));

describe("a link that was tampered with", () => {
	it.each([
		["names two participants", "PROLIFIC_PID=a&PROLIFIC_PID=b"],
		["names a list", "PROLIFIC_PID[]=a"],
		["has a parameter in lower case", "prolific_pid=a"],
		["breaks the line", "PROLIFIC_PID=a%0d%0aSet-Cookie:%20x=y"],
		["has bytes of another encoding", "PROLIFIC_PID=J%f6rg"],
		["ends in a NUL", "PROLIFIC_PID=a%00"],
		["contains an invisible character", "PROLIFIC_PID=ann%E2%80%8B"],
		["is very long", `PROLIFIC_PID=${"9".repeat(9000)}`],
	])("is refused when it %s", async (_what, query) => {
		const refused = await land(query);
		expect(refused.headers.get("Set-Cookie")).toBeNull();
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/PROLIFIC_PID"] });
	});

	it("treats SQL in an id as text", async () => {
		const ann = await land("PROLIFIC_PID=ann&SESSION_ID=s1");
		const odd = await land(`PROLIFIC_PID=${encodeURIComponent("ann' OR '1'='1")}&SESSION_ID=s1`);
		expect([odd.status, odd.headers.get("Location") === ann.headers.get("Location")]).toEqual([303, false]);
	});
});

describe("a stranger with a participant's id", () => {
	it("is admitted by no other cookie than the session's own", async () => {
		const [victim, own] = [
			await land("PROLIFIC_PID=victim&SESSION_ID=s1"),
			await land("PROLIFIC_PID=own&SESSION_ID=s1"),
		];
		const name = `xs_${sessionOf(victim)}`;
		for (const headers of [
			{ Cookie: `${name}=${tokenOf(own)}` },
			{ Cookie: `${name}=` },
			{ Cookie: `${name}=undefined; ${name}=${tokenOf(own)}` },
			{ Authorization: `Bearer ${tokenOf(own)}` },
			{ Authorization: `Bearer ${KEY}` },
		])
			expect([headers, (await land("PROLIFIC_PID=victim&SESSION_ID=s9", headers)).status]).toEqual([headers, 403]);
	});

	it("cannot fill the log, and the participant can still return", async () => {
		const victim = await land("PROLIFIC_PID=flooded&SESSION_ID=s1");
		for (let n = 0; n < 30; n++) await land(`PROLIFIC_PID=flooded&SESSION_ID=guess-${n}`);
		await drain(sessionOf(victim));
		expect(await rows("select id from reentries where session_id = ?", sessionOf(victim))).toHaveLength(20);
		expect((await land("PROLIFIC_PID=flooded&SESSION_ID=s1")).headers.get("Location")).toBe(
			victim.headers.get("Location"),
		);
	});
});

describe("a signed link that is prefetched", () => {
	it("still works afterwards", async () => {
		const study = smallStudy({ slug: "looked-at", recruitment: { prolific: { signed: true, exits: EXITS } } });
		await openStudy(fetchWorker, KEY, study);
		const [prolific, key] = [new Prolific("looked-at"), await signingKey("k")];
		await prolific.publish(key);
		const parameters = { PROLIFIC_PID: "ann", STUDY_ID: "s", SESSION_ID: "x" };
		const link = { ...parameters, prolific_token: await tokenFor(key, { parameters, slug: "looked-at" }) };
		for (const purpose of ["prefetch", "prefetch;prerender"])
			expect((await prolific.land("looked-at", link, { "Sec-Purpose": purpose })).status).toBe(204);
		expect((await prolific.land("looked-at", link)).status).toBe(303);
	});
});
