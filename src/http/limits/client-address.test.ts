import { describe, expect, it } from "vitest";
import { originOfRequest } from "./client-address.ts";

const from = (address: string) => originOfRequest(new Headers({ "CF-Connecting-IP": address }));

describe("where a request is from", () => {
	it("is the address, of IPv4", () => {
		expect(from("203.0.113.7")).toBe("203.0.113.7");
	});

	it("is the network of 64 bits, of IPv6", () => {
		expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
		expect(from("2001:db8:1:2::6")).toBe("2001:db8:1:2");
		expect(from("2001:DB8::1")).toBe("2001:db8:0:0");
		expect(from("::1")).toBe("0:0:0:0");
	});

	it("is unknown where the platform does not say", () => {
		expect(originOfRequest(new Headers())).toBeNull();
		expect(originOfRequest(new Headers({ "X-Forwarded-For": "203.0.113.7" }))).toBeNull();
	});
});
