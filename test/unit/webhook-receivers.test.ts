import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { signedHeaders } from "../../src/webhooks/delivery/signature.ts";
import { EVENT_TYPES } from "../../src/webhooks/events/event.ts";
import { newSecret } from "../../src/webhooks/receiver/secret.ts";

/** The code of the page is run as researchers copy it. */
const page = readFileSync("docs/how-to/receive-webhooks.md", "utf8");
const codeIn = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";

const secrets = [3, 5].map((factor) =>
	newSecret((length) => Uint8Array.from({ length }, (_, index) => index * factor)),
);
const [secret, other] = secrets.map((each) => each.secret);
const body = '{"type":"session.completed","data":{"study":"é – 語"}}';
const now = Date.now();
const signed = (atMs: number, by = secrets.slice(0, 1)) => signedHeaders({ id: "ev_1", body }, by, atMs);

const CASES: readonly [
	string,
	boolean,
	{ headers: Record<string, string>; body: string; secret: string | undefined },
][] = [
	["a message of ours", true, { headers: signed(now), body, secret }],
	[
		"a message with two signatures, by the older secret",
		true,
		{ headers: signed(now, [...secrets].reverse()), body, secret },
	],
	["a message with two signatures, by the newer secret", true, { headers: signed(now, secrets), body, secret }],
	["another body", false, { headers: signed(now), body: `${body} `, secret }],
	["another secret", false, { headers: signed(now), body, secret: other }],
	["another id", false, { headers: { ...signed(now), "webhook-id": "ev_2" }, body, secret }],
	["a message of an hour ago", false, { headers: signed(now - 3_600_000), body, secret }],
	["a message of the future", false, { headers: signed(now + 3_600_000), body, secret }],
	[
		"another time",
		false,
		{ headers: { ...signed(now), "webhook-timestamp": String(Math.floor(now / 1000) + 7) }, body, secret },
	],
	["a time that is none", false, { headers: { ...signed(now), "webhook-timestamp": "soon" }, body, secret }],
	["no signature", false, { headers: { ...signed(now), "webhook-signature": "" }, body, secret }],
	[
		"a signature of another version",
		false,
		{
			headers: { ...signed(now), "webhook-signature": signed(now)["webhook-signature"].replace("v1,", "v2,") },
			body,
			secret,
		},
	],
];

const file = join(tmpdir(), `receive-webhooks-${process.pid}.ts`);
afterAll(() => rmSync(file, { force: true }));

describe("the TypeScript of the page", () => {
	it.each(CASES)("%s: accepted %s", async (_, isAccepted, { headers, body, secret = "" }) => {
		writeFileSync(file, codeIn("ts"));
		const { verify } = await import(/* @vite-ignore */ pathToFileURL(file).href);
		const verified = verify(secret, new Headers(headers), body);
		if (isAccepted) expect(await verified).toEqual(JSON.parse(body));
		else await expect(verified).rejects.toThrow();
	});
});

const RUN = `
import sys
for case in json.load(sys.stdin):
    try:
        print(json.dumps(verify(case["secret"], case["headers"], case["body"].encode())))
    except ValueError:
        print("refused")
`;
const python = spawnSync("python3", ["--version"]).status === 0;

describe.runIf(python)("the Python of the page", () => {
	it("accepts and refuses the same messages", () => {
		const input = JSON.stringify(CASES.map(([, , given]) => given));
		const { stdout, stderr } = spawnSync("python3", ["-c", codeIn("python") + RUN], { input, encoding: "utf8" });
		expect(stderr).toBe("");
		const lines = stdout.trim().split("\n");
		expect(lines.map((line) => line !== "refused")).toEqual(CASES.map(([, isAccepted]) => isAccepted));
		expect(JSON.parse(lines[0] ?? "")).toEqual(JSON.parse(body));
	});
});

describe("the reference", () => {
	it("has every event", () => {
		const reference = readFileSync("docs/reference/webhook-events.md", "utf8");
		expect(EVENT_TYPES.filter((type) => !reference.includes(`| \`${type}\` |`))).toEqual([]);
	});
});
