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
	it("confirm the link and give a ticket that expires soon", () => {
		const ticket = { id: `x1 ${claims.iat}`, expiresAtMs: (claims.iat + 360) * 1000 };
		expect(confirm()).toEqual({ ok: true, value: { submission: "x1", ticket } });
	});

	it("give the submission if the link has none", () => {
		const link = { participant: "p1", study: null, submission: null };
		expect(confirm({}, { link, query: { PROLIFIC_PID: ["p1"] } })).toMatchObject({ value: { submission: "x1" } });
	});

	it.each([
		["https://study.example.org"],
		["https://study.example.org?STUDY_ID=s1"],
		["http://study.example.org:80/p/sy_1"],
		[["https://other.example", "https://study.example.org/p/harbour"]],
	])("are for this host and study: %s", (aud) => {
		const host = typeof aud === "string" && aud.startsWith("http:") ? "study.example.org" : expected.host;
		expect(confirm({ aud }, { host }).ok).toBe(true);
	});

	it.each([
		["another host", { aud: "https://evil.example/p/harbour" }, "other_audience"],
		["a host that begins alike", { aud: "https://study.example.org.evil.example/" }, "other_audience"],
		["a host in the name of a user", { aud: "https://study.example.org@evil.example/" }, "other_audience"],
		["another port", { aud: "https://study.example.org:8443/p/harbour" }, "other_audience"],
		["no address", { aud: "study.example.org" }, "other_audience"],
		["another study of this host", { aud: "https://study.example.org/p/other?x=1" }, "other_audience"],
		["a time of issue long past, and an expiry to come", { iat: NOW_S - 301, exp: NOW_S + 9999 }, "expired"],
		["a time of issue to come", { iat: NOW_S + 61, exp: NOW_S + 181 }, "invalid"],
		["another submission than the link", { sub: "x2" }, "mismatch"],
		["another participant", { prolific: { ...claims.prolific, PROLIFIC_PID: "p2" } }, "mismatch"],
		["no participant", { prolific: { STUDY_ID: "s1", SESSION_ID: "x1" } }, "mismatch"],
		["a participant who is a number", { prolific: { ...claims.prolific, PROLIFIC_PID: 1 } }, "mismatch"],
		["another study of Prolific's", { prolific: { ...claims.prolific, STUDY_ID: "s2" } }, "mismatch"],
		["no claim about the link's study", { prolific: { PROLIFIC_PID: "p1", SESSION_ID: "x1" } }, "mismatch"],
		["two different submissions", { prolific: { ...claims.prolific, SESSION_ID: "x2" } }, "mismatch"],
		["another parameter that was changed", { prolific: { ...claims.prolific, lang: "de" } }, "mismatch"],
	] as const)("do not confirm it with %s", (_what, over, reason) => {
		expect(confirm(over as Partial<TokenClaims>)).toEqual({ ok: false, error: reason });
	});

	it("do not confirm a repeated parameter", () => {
		const query = { ...expected.query, lang: ["en", "de"] };
		expect(confirm({ prolific: { ...claims.prolific, lang: "en" } }, { query })).toMatchObject({ error: "mismatch" });
	});

	it("are read by the study's names of parameters", () => {
		const names = { participant: "pid", study: "sid", session: "run" };
		const prolific = { pid: "p1", sid: "s1", run: "x1", workspace_id: "w" };
		const query = { pid: ["p1"], sid: ["s1"], run: ["x1"] };
		expect(confirm({ prolific }, { names, query }).ok).toBe(true);
		expect(confirm({}, { names, query })).toMatchObject({ error: "mismatch" });
	});
});
