import { describe, expect, it } from "vitest";
import { cipherOf } from "./cipher.ts";

const OLD = { IDENTITY_KEY: "a secret of the Worker of 32 characters" };
const NEW = { IDENTITY_KEY: "the secret that replaced it, just as long" };
const ROTATED = { ...NEW, IDENTITY_KEY_PREVIOUS: `older still, ${OLD.IDENTITY_KEY}` };
const PURPOSE = "sealed values";
const BYTES = new TextEncoder().encode("which arm is which");

describe("a cipher", () => {
	it("opens what it sealed, and seals the same value differently each time", () => {
		const cipher = cipherOf(OLD, PURPOSE);
		const [one, other] = [cipher.seal(BYTES), cipher.seal(BYTES)];
		expect(one).not.toBe(other);
		expect(cipher.open(one)).toEqual(BYTES);
		expect(cipher.openText(cipher.sealText("ä key", "sy_1"), "sy_1")).toBe("ä key");
	});

	it("refuses a value that was changed, moved or sealed for another purpose", () => {
		const cipher = cipherOf(OLD, PURPOSE);
		const sealed = cipher.sealText("a key", "sy_1");
		expect(() => cipher.openText(sealed, "sy_2")).toThrow();
		const last = sealed.at(-5) === "A" ? "B" : "A";
		expect(() => cipher.openText(`${sealed.slice(0, -5)}${last}${sealed.slice(-4)}`, "sy_1")).toThrow();
		expect(() => cipherOf(OLD, "study keys").openText(sealed, "sy_1")).toThrow("bad_environment");
	});

	it("opens values sealed under a previous secret, and seals under the new one", () => {
		const before = cipherOf(OLD, PURPOSE).seal(BYTES);
		const cipher = cipherOf(ROTATED, PURPOSE);
		expect(cipher.open(before)).toEqual(BYTES);
		expect(cipher.isCurrent(before)).toBe(false);
		expect(cipher.isCurrent(cipher.seal(BYTES))).toBe(true);
		expect(cipherOf(NEW, PURPOSE).open(cipher.seal(BYTES))).toEqual(BYTES);
	});

	it.each([NEW, {}])("refuses a value that no bound secret opens (%j)", (bindings) => {
		const sealed = cipherOf(OLD, PURPOSE).seal(BYTES);
		expect(() => cipherOf(bindings, PURPOSE).open(sealed)).toThrow("bad_environment");
	});

	it("stores values as they are without a secret, and reads such values with one", () => {
		const none = cipherOf({}, PURPOSE);
		const plain = { bytes: none.seal(BYTES), text: none.sealText("a key", "sy_1") };
		expect(plain).toEqual({ bytes: btoa("which arm is which"), text: "a key" });
		expect(none.isCurrent(plain.bytes)).toBe(true);
		const cipher = cipherOf(OLD, PURPOSE);
		expect(cipher.open(plain.bytes)).toEqual(BYTES);
		expect(cipher.openText(plain.text, "sy_1")).toBe("a key");
		expect(cipher.isCurrent(plain.text)).toBe(false);
	});
});
