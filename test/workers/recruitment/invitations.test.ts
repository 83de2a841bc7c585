import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { signInvitation } from "../../../src/recruitment/invitations/invitation-token.ts";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol } from "../../support/http/participant.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, load, openIt } from "../../support/protocols/personal-study.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "invited";
const exits = { ...EXITS, screened_out: { code: "OUT" } };

const PID = "6650c1f2a9d37be84f01c5d2";

beforeAll(async () => {
	await draft(SLUG, { recruitment: { onlyProfiles: true, prolific: { exits } } });
	await load(
		SLUG,
		{ participant: "5f1a", profile: { x: 1 } },
		{ participant: "=cmd", profile: { x: 1 } },
		{ participant: "q1", source: "qualtrics", profile: { x: 1 } },
	);
	expect((await openIt(SLUG)).status).toBe(200);
});

const list = (query = "", slug = SLUG) => send(`/v1/studies/${slug}/invitations${query}`);
const landing = (link: string) => send(link.replace("https://crossover.test", ""), { key: null });

async function linksOf(slug: string): Promise<Record<string, string>> {
	const [, ...lines] = (await (await list("", slug)).text()).trim().split("\r\n");
	return Object.fromEntries(lines.map((line) => [line.split(",")[0] ?? "", line.split(",")[2] ?? ""]));
}

describe("the list of invitations", () => {
	it("contains all invited people with a link each, and is recorded in the audit", async () => {
		const response = await list();
		expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
		const [head, ...lines] = (await response.text()).trim().split("\r\n");
		expect(head).toBe("participant,participant_id,link,expires_at");
		expect(lines).toHaveLength(3);
		expect((await (await list("?format=ids")).text()).trim().split("\n").sort()).toEqual(["5f1a", "=cmd", "q1"].sort());
		const audit = await rows("select * from audit where action = 'profiles.invite'");
		expect(audit.length).toBeGreaterThanOrEqual(2);
		expect(JSON.stringify(audit)).not.toContain("5f1a");
	});

	it("contains no spreadsheet formulas, and needs the scope studies:write", async () => {
		expect(await (await list()).text()).toContain("'=cmd");
		const response = await send(`/v1/studies/${SLUG}/invitations`, { key: await keyWith("data:read", "studies:read") });
		expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
	});

	it("leaves out the ids of a data set once people were mapped to it", async () => {
		await draft("invited-prism");
		await load(
			"invited-prism",
			{ user_id: "user1", self_description: "one" },
			{ user_id: "user2", self_description: "two" },
		);
		expect(Object.keys(await linksOf("invited-prism")).sort()).toEqual(["user1", "user2"]);
		await load("invited-prism", { participant: "5f1a", user_id: "user2" });
		expect(Object.keys(await linksOf("invited-prism"))).toEqual(["5f1a"]);
	});

	it("leaves them out, too, once people were loaded with a column for their ids", async () => {
		await draft("invited-column");
		await load(
			"invited-column",
			{ user_id: "user1", self_description: "one" },
			{ user_id: "user2", participant: "5f1a", self_description: "two" },
		);
		expect(Object.keys(await linksOf("invited-column"))).toEqual(["5f1a"]);
	});
});

describe("a person with an id that is no longer accepted", () => {
	it("is listed without a link, is left out of the id list, and is refused by an older link", async () => {
		await draft("invited-format", { recruitment: { onlyProfiles: true } });
		await load("invited-format", { participant: "5f1a", profile: { x: 1 } }, { participant: PID, profile: { x: 1 } });
		const links = await linksOf("invited-format");
		const protocol = smallStudy({ slug: "invited-format", recruitment: { onlyProfiles: true, idFormat: "prolific" } });
		await send("/v1/studies/invited-format", { method: "PUT", json: protocol });
		expect((await openIt("invited-format")).status).toBe(200);
		expect(await linksOf("invited-format")).toMatchObject({ "5f1a": "", [PID]: expect.stringContaining("invite=") });
		expect((await (await list("?format=ids", "invited-format")).text()).trim()).toBe(PID);
		expect((await landing(links["5f1a"] ?? "")).status).toBe(400);
		expect((await landing(links[PID] ?? "")).status).toBe(303);
	});
});

describe("a personal link", () => {
	it("leads its person to their session, the same that Prolific's link leads to", async () => {
		const link = (await linksOf(SLUG))["5f1a"] ?? "";
		expect(link).not.toContain("5f1a");
		const landed = await landing(link);
		expect(landed.status).toBe(303);
		expect((await landing(link)).headers.get("Location")).toBe(landed.headers.get("Location"));
		const cookie = landed.headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const byProlific = await send(`/p/${SLUG}?PROLIFIC_PID=5f1a`, { key: null, headers: { Cookie: cookie } });
		expect(byProlific.headers.get("Location")).toBe(landed.headers.get("Location"));
	});

	it("keeps the source that a person was loaded with", async () => {
		const landed = await landing((await linksOf(SLUG)).q1 ?? "");
		const bySurvey = await enrol(fetchWorker, KEY, SLUG, "q1", { source: "qualtrics" });
		expect(landed.headers.get("Location")).toBe(`/s/${bySurvey.session}`);
	});

	it("is refused when it was changed, has expired, or belongs to another study or an unknown person", async () => {
		const link = (await linksOf(SLUG))["5f1a"] ?? "";
		const [{ id = "" } = {}] = await rows<{ id: string }>("select id from studies where slug = ?", SLUG);
		const [{ participant_id: participantId = "" } = {}] = await rows<{ participant_id: string }>(
			"select participant_id from profile_people where study_id = ?",
			id,
		);
		const signed = { identityKey: env.IDENTITY_KEY ?? "", studyId: id, expiresAtMs: Date.now() + 60_000 };
		const tokens = [
			`${link.split("invite=")[1]}x`,
			"nonsense",
			await signInvitation({ participantId }, { ...signed, expiresAtMs: Date.now() - 1000 }),
			await signInvitation({ participantId }, { ...signed, studyId: "sy_another" }),
			await signInvitation({ participantId }, { ...signed, identityKey: "another key of thirty-two characters" }),
			await signInvitation({ participantId: "pt_nobody" }, signed),
		];
		for (const token of tokens) {
			const response = await send(`/p/${SLUG}?invite=${token}`, { key: null });
			expect([token, await problemIn(response)]).toMatchObject([token, { code: "invalid_request" }]);
		}
	});

	it("is refused after its person's profile was deleted", async () => {
		const link = (await linksOf(SLUG))["=cmd"] ?? (await linksOf(SLUG))["'=cmd"] ?? "";
		expect(
			(await send(`/v1/studies/${SLUG}/profiles/${encodeURIComponent("=cmd")}`, { method: "DELETE" })).status,
		).toBe(204);
		expect((await landing(link)).status).toBe(400);
	});
});

describe("a visitor without a profile, in a study that requires one", () => {
	it("ends as screened out, with the code of that exit and without any question", async () => {
		const landed = await send(`/p/${SLUG}?PROLIFIC_PID=stranger`, { key: null });
		expect(landed.status).toBe(303);
		const session = landed.headers.get("Location")?.slice("/s/".length);
		const cookie = landed.headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const view = await readJson(await send(`/v1/sessions/${session}`, { key: null, headers: { Cookie: cookie } }));
		expect(view).toMatchObject({ status: "screened_out", step: null, exit: { reason: "screened_out", code: "OUT" } });
	});
});
