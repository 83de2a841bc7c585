import { beforeAll, describe, expect, it } from "vitest";
import { problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const slug = "any-text";
beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug })));

const TEXTS: readonly [what: string, text: string][] = [
	["a NUL", "before\u0000after\u0000"],
	[
		"every other control character",
		`x${String.fromCharCode(...Array.from({ length: 31 }, (_, code) => code + 1))}\u007f\u0085`,
	],
	["line ends of all kinds", "a\r\nb\rc\nd\u2028e\u2029f"],
	["a byte order mark first", "\ufeffx"],
	["outer blanks", "  \t x \n "],
	["noncharacters", "x\ufffe\uffff\ufdd0\u{1ffff}"],
	["the last character", "x\u{10ffff}"],
	["a replacement character", "x\ufffd"],
	["decomposed and composed letters", "e\u0301 \u00e9 \u1100\u1161 \uac00"],
	["direction marks", "\u202eabc\u202c \u2066x\u2069"],
	["emoji in parts", "👩\u200d👩\u200d👧 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e007f}"],
	["quotes, SQL and formulas", '=1+1 \'); DROP TABLE turns; -- "x" \\u0041 `y`'],
	["private use", "\ue000\u{f0000}"],
];

describe("a text that is legal Unicode", () => {
	it.each(TEXTS)("is stored, shown and exported without change: %s", async (what, text) => {
		const who = await enrol(fetchWorker, KEY, slug, `writer of ${what.replaceAll(/[^a-z ]/g, "")}`);
		const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		expect((await post(fetchWorker, who, view.step?.id ?? "", { text })).status).toBe(200);
		expect((await see(fetchWorker, who)).conversation?.messages[0]?.text).toBe(text);
		await drain(who.session);
		const [stored] = await rows<{ text: string; bytes: number }>(
			"SELECT text, octet_length(text) AS bytes FROM turns WHERE session_id = ?",
			who.session,
		);
		expect(stored).toEqual({ text, bytes: new TextEncoder().encode(text).length });
		const lines = (await (await send(`/v1/studies/${slug}/exports/transcripts.jsonl`)).text()).split("\n");
		const own = lines.filter((line) => line.includes(who.session)).map((line) => JSON.parse(line));
		expect(own.map((row) => row.text)).toContain(text);
	});
});

describe("a text that is not legal Unicode", () => {
	it.each(['{"text":"a\\ud800"}', '{"text":"\\udc00b"}'])("is refused with its pointer: %s", async (body) => {
		const who = await enrol(fetchWorker, KEY, slug, "half");
		const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		const refused = await send(`/v1/sessions/${who.session}/steps/${view.step?.id}`, {
			method: "POST",
			key: who.token,
			body,
			headers: { "Content-Type": "application/json" },
		});
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/text"] });
	});
});

describe("a body that no schema can handle, at an address that ends like that of an upload", () => {
	const json = { "Content-Type": "application/json" };

	it.each([
		["half a character", String.raw`{"text":"\ud800"}`],
		["a nesting that overflows the stack", `{"text":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
		["a number beyond all", '{"text":1e400}'],
	])("is refused like any other body: %s", async (_what, body) => {
		const who = await enrol(fetchWorker, KEY, slug, "uploader");
		for (const step of ["profiles", "adapters"]) {
			const path = `/v1/sessions/${who.session}/steps/${step}`;
			const refused = await send(path, { method: "POST", key: who.token, body, headers: json });
			expect(await problemIn(refused)).toMatchObject({ code: "invalid_request" });
		}
		const refused = await send(`/v1/studies/${slug}/adapters/profiles`, { method: "PUT", body, headers: json });
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request" });
	});
});
