import { describe, expect, it } from "vitest";
import { createSealKeys, sealRow, unsealRow } from "./seal-keys.ts";

describe("a sealed row", async () => {
	const { publicJwk, privateJwk } = await createSealKeys();

	it("opens to its value with the private key only", async () => {
		const value = { tokens: 12, model: "modèle", failure: null };
		const jwe = await sealRow(publicJwk, value);
		expect(await unsealRow(privateJwk, jwe)).toEqual(value);
		await expect(unsealRow((await createSealKeys()).privateJwk, jwe)).rejects.toThrow();
		// Changes the tag's first character. Its last two could be equal by chance, once in 256 rows.
		const tampered = jwe.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`);
		await expect(unsealRow(privateJwk, tampered)).rejects.toThrow();
		expect(Object.keys(publicJwk)).not.toContain("d");
	});

	it("is as long as any other, whatever it holds", async () => {
		const values = [null, { tokens: 1 }, { text: "é".repeat(400) }, { text: "x".repeat(900) }];
		const lengths = await Promise.all(values.map(async (value) => (await sealRow(publicJwk, value)).length));
		expect(new Set(lengths).size).toBe(1);
	});

	it("is different each time, so that equal rows do not look equal", async () => {
		expect(await sealRow(publicJwk, { tokens: 1 })).not.toBe(await sealRow(publicJwk, { tokens: 1 }));
	});

	it("uses the given block", async () => {
		const [short, long] = await Promise.all([
			sealRow(publicJwk, "x", 4096),
			sealRow(publicJwk, "x".repeat(3000), 4096),
		]);
		expect(short.length).toBe(long.length);
		expect(await unsealRow(privateJwk, long)).toBe("x".repeat(3000));
	});
});
