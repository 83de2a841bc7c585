import { describe, expect, it } from "vitest";
import { originOfRequest } from "./client-address.ts";

const from = (address: string) => originOfRequest(new Headers({ "CF-Connecting-IP": address }));

describe("the origin under which a request is counted", () => {
	it("is the whole address for IPv4", () => {
		expect(from("203.0.113.7")).toBe("203.0.113.7");
	});

	it("is the /64 network for IPv6", () => {
		expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
		expect(from("2001:db8:1:2::6")).toBe("2001:db8:1:2");
		expect(from("2001:DB8::1")).toBe("2001:db8:0:0");
		expect(from("::1")).toBe("0:0:0:0");
	});

	it("is unknown if the platform sends no CF-Connecting-IP header", () => {
		expect(originOfRequest(new Headers())).toBeNull();
		expect(originOfRequest(new Headers({ "X-Forwarded-For": "203.0.113.7" }))).toBeNull();
	});
});
