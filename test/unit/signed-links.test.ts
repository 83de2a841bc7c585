import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalQuery, signatureOf } from "../../src/crypto/signed-query.ts";

const PAGE = readFileSync("docs/reference/signed-links.md", "utf8");
const KEY = "xl_0123456789abcdefghjkmnpqrstvwxyz";

/** The indented code that begins with this line. */
function codeFrom(first: string): string {
	const lines = PAGE.split("\n");
	const begin = lines.indexOf(`    ${first}`);
	const length = lines.slice(begin).findIndex((line) => line !== "" && !line.startsWith("    "));
	return lines.slice(begin, begin + length).join("\n");
}

type Sign = (key: string, parameters: readonly (readonly [string, string])[]) => string;
type Result = (key: string, address: string, participant: string) => string | null;

const SIGN = codeFrom('import { createHmac } from "node:crypto";').replace(/^ *import .*$/m, "");
const sign: Sign = new Function("createHmac", `${SIGN}\nreturn sign;`)(createHmac);
const result: Result = new Function(
	"sign",
	`${codeFrom("function result(key, address, participant) {")}\nreturn result;`,
)(sign);

describe("the page about signed links", () => {
	it("has a worked example that is right", () => {
		const [, link = ""] = /^ {4}(\/p\/your-study\/qualtrics\?\S+)$/m.exec(PAGE) ?? [];
		const parameters = [...new URL(link, "https://your-worker.example").searchParams];
		const signed = parameters.filter(([name]) => name !== "sig");
		expect(PAGE).toContain(`    ${canonicalQuery(signed)}\n`);
		expect(Object.fromEntries(parameters).sig).toBe(signatureOf(KEY, signed));
	});

	it("has vectors that are right", () => {
		const vectors = [...PAGE.matchAll(/^\| `([^`]*=[^`]*)`.*\| `([0-9a-f]{64})` \|$/gm)];
		expect(vectors.length).toBe(4);
		for (const [, message = "", signature] of vectors) {
			expect(createHmac("sha256", KEY).update(message).digest("hex")).toBe(signature);
			expect(signatureOf(KEY, [...new URLSearchParams(message)])).toBe(signature);
		}
	});

	it("has code that signs like the Worker", () => {
		const parameters = [
			["b", "2"],
			["b", "10"],
			["a(1)", "Süd*!'"],
			["A", ""],
		] as const;
		expect(sign(KEY, parameters)).toBe(signatureOf(KEY, parameters));
	});

	it("has code that checks a return", () => {
		const returned = [
			["crossover_session", "se_1"],
			["crossover_status", "completed"],
		] as const;
		const signature = signatureOf(KEY, [...returned, ["crossover_participant", "R_3"]]);
		const address = `https://survey.example.org/back?r=1&crossover_session=se_1&crossover_status=completed&crossover_signature=${signature}`;
		expect(result(KEY, address, "R_3")).toBe("completed");
		expect(result(KEY, address, "R_4")).toBe(null);
		expect(result(KEY, address.replace("=completed", "=full"), "R_3")).toBe(null);
		const pilot = signatureOf(KEY, [...returned, ["crossover_pool", "pilot"], ["crossover_participant", "R_3"]]);
		expect(result(KEY, `${address.replace(signature, pilot)}&crossover_pool=pilot`, "R_3")).toBe(null);
	});
});
