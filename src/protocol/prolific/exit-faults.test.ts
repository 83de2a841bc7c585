import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { protocolOpeningFaults } from "../validate/opening-faults.ts";
import { exitTypeOf } from "./exits.ts";

const EXITS = "/recruitment/prolific/exits";
const pay = { amount: 14, places: 20 };
const faultsOf = (exits: Readonly<Record<string, object>>) =>
	protocolOpeningFaults(
		validStudy(Object.fromEntries(Object.entries(exits).map(([exit, given]) => [`${EXITS}/${exit}`, given]))),
	).map(({ pointer }) => pointer);

describe("the type of an exit", () => {
	it("follows from its name, unless the protocol states it", () => {
		expect(exitTypeOf("full", {})).toBe("full");
		expect(exitTypeOf("full", { type: "completed" })).toBe("completed");
	});

	it.each(["declined", "withdrawn", "expired"] as const)("is returned for %s", (exit) =>
		expect(exitTypeOf(exit, {})).toBe("returned"),
	);
});

describe("exits with a type", () => {
	it("may be stated for every exit", () =>
		expect(
			faultsOf({
				withdrawn: { code: "C8", type: "returned" },
				expired: { code: "C9", type: "returned" },
				screened_out: { code: "CX", type: "screened_out", fixedPay: pay },
			}),
		).toEqual([]));

	it("refuse a screen-out by type without its pay", () =>
		expect(faultsOf({ full: { code: "CX", type: "screened_out" } })).toEqual([`${EXITS}/full/fixedPay`]));

	it("refuse a fixed pay for another type", () =>
		expect(faultsOf({ withdrawn: { code: "C8", fixedPay: pay } })).toEqual([`${EXITS}/withdrawn/fixedPay`]));

	it("refuse one code for two types", () =>
		expect(
			faultsOf({ withdrawn: { code: "C8", type: "returned" }, expired: { code: "C8", type: "completed" } }),
		).toEqual([`${EXITS}/withdrawn/code`, `${EXITS}/expired/code`]));

	it("accept one code for two exits of the same type", () =>
		expect(faultsOf({ withdrawn: { code: "C8" }, expired: { code: "C8" } })).toEqual([]));

	it("accept protocols from before, with a shared code and no types", () =>
		expect(faultsOf({ screened_out: { code: "C1" } })).toEqual([]));
});
