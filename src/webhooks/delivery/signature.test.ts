import { Webhook as Reference } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { newSecret, OVERLAP_MS, rotated, type Secret, signingSecrets } from "../receiver/secret.ts";
import { signedHeaders } from "./signature.ts";

const bytes = (start: number) => (length: number) =>
	Uint8Array.from({ length }, (_, index) => (start + index * 7) % 256);
const [one, other] = [newSecret(bytes(1)), newSecret(bytes(99))];
const message = { id: "ev_0123456789abcdefghjkmnpq", body: '{"type":"session.completed","data":{"note":"é – 語"}}' };
/** The reference library compares the timestamp with its own clock. */
const now = Date.now();

const verifies = (secret: Secret, headers: Record<string, string>, body = message.body): boolean => {
	try {
		new Reference(secret.secret).verify(body, headers);
		return true;
	} catch {
		return false;
	}
};

describe("a signature", () => {
	it("is as in the specification", () => {
		const published: Secret = { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", untilMs: null };
		const headers = signedHeaders(
			{ id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' },
			[published],
			1_614_265_330_999,
		);
		expect(headers["webhook-timestamp"]).toBe("1614265330");
		expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	});

	it("is accepted by the reference library, which signs the same", () => {
		const headers = signedHeaders(message, [one], now);
		expect(verifies(one, headers)).toBe(true);
		expect(new Reference(one.secret).sign(message.id, new Date(now), message.body)).toBe(headers["webhook-signature"]);
	});

	it("is refused by it for another secret, id, time or body", () => {
		const headers = signedHeaders(message, [one], now);
		expect(verifies(other, headers)).toBe(false);
		expect(verifies(one, { ...headers, "webhook-id": "ev_other" })).toBe(false);
		expect(verifies(one, { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) })).toBe(
			false,
		);
		expect(verifies(one, headers, `${message.body} `)).toBe(false);
	});

	it("is refused by it when the message is replayed after five minutes", () =>
		expect(verifies(one, signedHeaders(message, [one], now - 6 * 60_000))).toBe(false));
});

describe("a secret", () => {
	it("has 32 bytes in base 64 behind its prefix", () => expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/));

	it("signs beside its successor for a day", () => {
		const secrets = rotated([one], other, now);
		expect(secrets[0]).toEqual(other);
		const during = signedHeaders(message, signingSecrets(secrets, now), now);
		expect([one, other].map((secret) => verifies(secret, during))).toEqual([true, true]);
		const after = signedHeaders(message, signingSecrets(secrets, now + OVERLAP_MS), now);
		expect([one, other].map((secret) => verifies(secret, after))).toEqual([false, true]);
	});

	it("signs until its own day ends if its successor is replaced too", () => {
		const twice = rotated(rotated([one], other, now), newSecret(bytes(5)), now + 1000);
		expect(twice.map(({ untilMs }) => untilMs)).toEqual([null, now + 1000 + OVERLAP_MS, now + OVERLAP_MS]);
		const often = rotated(twice, newSecret(bytes(6)), now + 2000);
		expect(often).toHaveLength(3);
	});
});
