import { describe, expect, it } from "vitest";
import { send } from "../../support/http/http.ts";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const visit = (path: string, headers: Record<string, string> = BROWSER, method = "GET") =>
	send(path, { key: null, headers, method });

describe("a browser at an address that belongs to no study", () => {
	it("gets a page about this service at the root address, in its language", async () => {
		const response = await visit("/", { ...BROWSER, "Accept-Language": "ja,en;q=0.5" });
		expect(response.status).toBe(200);
		expect(response.headers.get("Content-Type")).toContain("text/html");
		const page = await response.text();
		expect(page).toContain('<html lang="ja"');
		expect(page).toContain("お手元の調査用リンクを開いてください");
		expect(page).toContain('href="/docs"');
	});

	it.each(["/study", "/p", "/admin/login.php", "/problems/none", "/p/none/more"])(
		"sees at %s that nothing is there",
		async (path) => {
			const response = await visit(path);
			expect(response.status).toBe(404);
			expect(response.headers.get("Content-Type")).toContain("text/html");
			expect(await response.text()).toContain("<h1>There is nothing here</h1>");
		},
	);

	it("gets the same page if an address does not support GET", async () => {
		const response = await visit("/docs", BROWSER, "POST");
		expect(response.status).toBe(405);
		expect(response.headers.get("Allow")).toBe("GET, HEAD");
		expect(await response.text()).toContain("<h1>There is nothing here</h1>");
	});
});

describe("an API client", () => {
	it.each([
		["/", { Accept: "application/json" }],
		["/", { Accept: "*/*" }],
		["/study", { Accept: "*/*" }],
		["/v1/nothing", BROWSER],
	])("gets a problem document at %s with %j", async (path, headers) => {
		const response = await visit(path, headers);
		expect(response.status).toBe(404);
		expect(response.headers.get("Content-Type")).toBe("application/problem+json");
		expect(await response.json()).toMatchObject({ code: "not_found" });
	});
});
