import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { secretsOf, signatureOf, signedAtMs } from "./webhook-signature.ts";

const NOW = Date.UTC(2026, 10, 28, 12);
const SECONDS = String(NOW / 1000);
const bytes = (text: string) => new TextEncoder().encode(text);
const body = bytes('{"event_type":"submission.status.change"}');
const signed = (secret: string, timestamp = SECONDS) => ({
	signature: createHmac("sha256", secret).update(timestamp).update(body).digest("base64"),
	timestamp,
	body,
});

describe("the signature of a webhook", () => {
	it("is that of an independent implementation", () =>
		expect(signatureOf("secret", SECONDS, body)).toBe(signed("secret").signature));

	it("is accepted with the secret, and with each of several", () => {
		expect(signedAtMs(signed("one"), ["one"], NOW)).toBe(NOW);
		expect(signedAtMs(signed("two"), ["one", "two"], NOW)).toBe(NOW);
	});

	it.each<[string, Parameters<typeof signedAtMs>[0], readonly string[]]>([
		["of another secret", signed("other"), ["one"]],
		["of another body", { ...signed("one"), body: bytes("{}") }, ["one"]],
		["of another time", { ...signed("one"), timestamp: String(NOW / 1000 + 1) }, ["one"]],
		["in another case", { ...signed("one"), signature: signed("one").signature.toLowerCase() }, ["one"]],
		["that is missing", { signature: undefined, timestamp: SECONDS, body }, ["one"]],
		["without a time", { ...signed("one", ""), timestamp: undefined }, ["one"]],
		["with a time that is no number", signed("one", "yesterday"), ["one"]],
		["if no secret is set", signed(""), []],
		["by an empty secret", signed(""), secretsOf(" , ")],
	])("is refused %s", (_, request, secrets) => expect(signedAtMs(request, secrets, NOW)).toBeNull());

	it.each([
		["just in time", -300, true],
		["too old", -301, false],
		["within the clock's error", 60, true],
		["from the future", 61, false],
	])("is judged by its age: %s", (_, seconds, isAccepted) => {
		const at = NOW / 1000 + seconds;
		expect(signedAtMs(signed("one", String(at)), ["one"], NOW)).toBe(isAccepted ? at * 1000 : null);
	});
});
