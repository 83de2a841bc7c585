import { describe, expect, it } from "vitest";
import { confirmToken, type Expected, type TokenClaims } from "./prolific-token.ts";

const NOW_S = 1_795_000_000;
const expected: Expected = {
	nowMs: NOW_S * 1000,
	host: "study.example.org",
	study: { id: "sy_1", slug: "harbour" },
	names: { participant: "PROLIFIC_PID", study: "STUDY_ID", session: "SESSION_ID" },
	link: { participant: "p1", study: "s1", submission: "x1" },
	query: { PROLIFIC_PID: ["p1"], STUDY_ID: ["s1"], SESSION_ID: ["x1"], lang: ["en"] },
};
const claims: TokenClaims = {
	sub: "x1",
	iat: NOW_S - 5,
	exp: NOW_S + 115,
	aud: "https://study.example.org/p/harbour?PROLIFIC_PID=p1&STUDY_ID=s1&SESSION_ID=x1",
	prolific: { PROLIFIC_PID: "p1", STUDY_ID: "s1", SESSION_ID: "x1", workspace_id: "w1", organisation_id: "o1" },
};
const confirm = (over: Partial<TokenClaims> = {}, other: Partial<Expected> = {}) =>
	confirmToken({ ...claims, ...over }, { ...expected, ...other });

describe("the claims of a signed link", () => {
	it("confirm the link and give a ticket that expires within minutes", () => {
		const ticket = { id: `x1 ${claims.iat}`, expiresAtMs: (claims.iat + 360) * 1000 };
		expect(confirm()).toEqual({ ok: true, value: { submission: "x1", ticket } });
	});

	it("give the submission's id if the link has none", () => {
		const link = { participant: "p1", study: null, submission: null };
		expect(confirm({}, { link, query: { PROLIFIC_PID: ["p1"] } })).toMatchObject({ value: { submission: "x1" } });
	});

	it.each([
		["https://study.example.org"],
		["https://study.example.org?STUDY_ID=s1"],
		["http://study.example.org:80/p/sy_1"],
		[["https://other.example", "https://study.example.org/p/harbour"]],
	])("are accepted for this host and study, with the audience %s", (aud) => {
		const host = typeof aud === "string" && aud.startsWith("http:") ? "study.example.org" : expected.host;
		expect(confirm({ aud }, { host }).ok).toBe(true);
	});

	it.each([
		["another host", { aud: "https://evil.example/p/harbour" }, "other_audience"],
		["a host that starts with ours", { aud: "https://study.example.org.evil.example/" }, "other_audience"],
		["our host as a user name", { aud: "https://study.example.org@evil.example/" }, "other_audience"],
		["another port", { aud: "https://study.example.org:8443/p/harbour" }, "other_audience"],
		["an audience that is not a URL", { aud: "study.example.org" }, "other_audience"],
		["another study of this host", { aud: "https://study.example.org/p/other?x=1" }, "other_audience"],
		["an old time of issue and a late expiry", { iat: NOW_S - 301, exp: NOW_S + 9999 }, "expired"],
		["a time of issue in the future", { iat: NOW_S + 61, exp: NOW_S + 181 }, "invalid"],
		["a submission other than the link's", { sub: "x2" }, "mismatch"],
		["another participant", { prolific: { ...claims.prolific, PROLIFIC_PID: "p2" } }, "mismatch"],
		["no participant", { prolific: { STUDY_ID: "s1", SESSION_ID: "x1" } }, "mismatch"],
		["a number as the participant", { prolific: { ...claims.prolific, PROLIFIC_PID: 1 } }, "mismatch"],
		["another study of Prolific's", { prolific: { ...claims.prolific, STUDY_ID: "s2" } }, "mismatch"],
		["no claim for the link's study", { prolific: { PROLIFIC_PID: "p1", SESSION_ID: "x1" } }, "mismatch"],
		["two different submissions", { prolific: { ...claims.prolific, SESSION_ID: "x2" } }, "mismatch"],
		["a changed value of another parameter", { prolific: { ...claims.prolific, lang: "de" } }, "mismatch"],
	] as const)("do not confirm the link with %s", (_what, over, reason) => {
		expect(confirm(over as Partial<TokenClaims>)).toEqual({ ok: false, error: reason });
	});

	it("do not confirm a link that repeats a parameter", () => {
		const query = { ...expected.query, lang: ["en", "de"] };
		expect(confirm({ prolific: { ...claims.prolific, lang: "en" } }, { query })).toMatchObject({ error: "mismatch" });
	});

	it("are read by the names that the study gives to its parameters", () => {
		const names = { participant: "pid", study: "sid", session: "run" };
		const prolific = { pid: "p1", sid: "s1", run: "x1", workspace_id: "w" };
		const query = { pid: ["p1"], sid: ["s1"], run: ["x1"] };
		expect(confirm({ prolific }, { names, query }).ok).toBe(true);
		expect(confirm({}, { names, query })).toMatchObject({ error: "mismatch" });
	});
});
