import { Hono } from "hono";
import { expect, it } from "vitest";
import { acceptedLanguage } from "./accepted-language.ts";

const app = new Hono().get("/", (c) => c.text(acceptedLanguage(c)));

it.each([
	[undefined, "en"],
	["", "en"],
	["xx-XX,xx;q=0.9", "en"],
	["xx-XX, ja;q=0.8, en;q=0.5", "ja"],
	["en;q=0.5, ja;q=0.8", "ja"],
	["ja;q=0, de", "de"],
	["ar-EG", "ar-EG"],
	["*", "en"],
	['"><script>', "en"],
])("serves a browser that asks for %s in %s", async (header, language) => {
	const headers: Record<string, string> = header === undefined ? {} : { "Accept-Language": header };
	const response = await app.request("/", { headers });
	expect(await response.text()).toBe(language);
});
