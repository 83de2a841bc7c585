import { describe, expect, it } from "vitest";
import { isOrigin, originOf } from "./origin.ts";

describe("an origin", () => {
	it.each([
		"https://survey.example.org",
		"https://survey.example.org/",
		"https://survey.example.org:8443",
		"http://localhost:3000",
		"http://127.0.0.1:8080",
		"http://[::1]:8080",
		"https://xn--mller-kva.example",
		"https://müller.example",
		"HTTPS://Survey.Example.org",
	])("may be %s", (text) => {
		expect(isOrigin(text)).toBe(true);
		expect(originOf(text)).toBe(new URL(text).origin);
	});

	it.each([
		"https://a;sandbox",
		"https://*",
		"https://*.example.org",
		"https://a,b",
		"https://a'b",
		"https://a b",
		"https://a_b.example",
		"https://-a.example",
		"https://a..b",
		"https://user@a.example",
		"https://user:secret@a.example",
		"javascript:alert(1)",
		"data:text/html,x",
		"file:///etc/passwd",
		"ftp://a.example",
		"//a.example",
		"'none'",
		"*",
		"",
	])("is not %s", (text) => {
		expect(originOf(text)).toBeNull();
		expect(isOrigin(text)).toBe(false);
	});

	it.each(["https://a.example/path", "https://a.example/?q", "https://a.example/#f"])(
		"is the part of %s without path, query and fragment",
		(text) => {
			expect(isOrigin(text)).toBe(false);
			expect(originOf(text)).toBe("https://a.example");
		},
	);
});
