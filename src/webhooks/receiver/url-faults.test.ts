import { describe, expect, it } from "vitest";
import { checkHost } from "./check-host.ts";
import { isPublicAddress } from "./public-address.ts";
import { urlFaults } from "./url-faults.ts";

const ownHost = "crossover.example.org";
const REMOTE = { isLocal: false, ownHost };
const LOCAL = { isLocal: true, ownHost: "localhost:8787" };

const PRIVATE = [
	"127.0.0.1",
	"0.0.0.0",
	"10.1.2.3",
	"172.31.255.255",
	"192.168.0.1",
	"169.254.169.254",
	"100.64.0.1",
	"198.18.0.1",
	"224.0.0.1",
	"255.255.255.255",
	"::1",
	"::",
	"::127.0.0.1",
	"::ffff:127.0.0.1",
	"::ffff:a00:1",
	"fe80::1",
	"fc00::1",
	"fd12:3456::1",
	"ff02::1",
	"64:ff9b::7f00:1",
	"64:ff9b:1::7f00:1",
	"2002:7f00:1::",
	"2001:0:7f00:1::",
	"2001:db8::1",
	"3fff::1",
];
const PUBLIC = ["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "2a00:1450::1"];

describe("an address", () => {
	it.each(PRIVATE)("%s is not on the public internet", (address) => expect(isPublicAddress(address)).toBe(false));
	it.each(PUBLIC)("%s is on the public internet", (address) => expect(isPublicAddress(address)).toBe(true));
	it.each(["example.org", "", "127.1", "0x7f.1", "localhost"])("%j is none, or a short form of a private one", (text) =>
		expect(isPublicAddress(text)).toBe(false),
	);
});

describe("the URL of a receiver", () => {
	it.each([
		"https://receiver.example.org/hooks?study=1",
		"https://receiver.example.org:8443/",
		"https://1.1.1.1/",
		"https://[2606:4700::1111]/",
	])("may be %s", (url) => expect(urlFaults(url, REMOTE)).toEqual([]));

	it.each([
		"",
		"receiver.example.org",
		"http://receiver.example.org/",
		"ftp://receiver.example.org/",
		"javascript:alert(1)",
		"https://user@receiver.example.org/",
		"https://user:password@receiver.example.org/",
		"https://receiver.example.org/#part",
		...PRIVATE.map((address) => `https://${address.includes(":") ? `[${address}]` : address}/`),
		// As browsers read them: all of these are 127.0.0.1.
		"https://2130706433/",
		"https://0x7f.1/",
		"https://017700000001/",
		"https://127.1/",
		"https://１２７.0.0.1/",
		"https://localhost/",
		"https://LOCALHOST./",
		"https://a.localhost/",
		"https://printer.local/",
		"https://metadata.google.internal/",
		"https://router.lan/",
		"https://intranet/",
		"https://hub.home.arpa/",
		"https://crossover.example.org/v1/studies",
		"https://CROSSOVER.example.org./",
	])("may not be %s, and the fault points at it", (url) => {
		const faults = urlFaults(url, REMOTE);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ pointer: "/url", detail: expect.stringMatching(/^[A-Z].*\.$/) });
	});

	it("may be http on one's own machine, without a password there too", () => {
		expect(urlFaults("http://127.0.0.1:4000/", LOCAL)).toEqual([]);
		expect(urlFaults("http://localhost:4000/", LOCAL)).toEqual([]);
		expect(urlFaults("http://user:password@localhost/", LOCAL)).toHaveLength(1);
		expect(urlFaults("ftp://localhost/", LOCAL)).toHaveLength(1);
		expect(urlFaults("http://localhost:8787/", LOCAL)).toHaveLength(1);
	});
});

describe("the host of a receiver, before a delivery", () => {
	const found = (...addresses: string[]) => checkHost("receiver.example.org", async () => addresses);

	it("is public if all its addresses are", async () =>
		expect(await found("1.1.1.1", "2606:4700::1111")).toBe("public"));

	it.each(PRIVATE)("is private if it has the address %s beside a public one", async (address) =>
		expect(await found("1.1.1.1", address)).toBe("private"),
	);

	it("is judged by addresses, not by aliases on the way", async () => {
		expect(await found("alias.example.net.", "1.1.1.1")).toBe("public");
		expect(await found("alias.example.net.")).toBe("unresolved");
	});

	it("is unresolved if it has no address, or if the name server fails", async () => {
		expect(await found()).toBe("unresolved");
		expect(await checkHost("receiver.example.org", () => Promise.reject(new Error("down")))).toBe("unresolved");
	});

	it("is judged anew each time: a name can be changed to a private address later", async () => {
		const answers = [["1.1.1.1"], ["10.0.0.1"]];
		const resolve = async () => answers.shift() ?? [];
		expect(await checkHost("receiver.example.org", resolve)).toBe("public");
		expect(await checkHost("receiver.example.org", resolve)).toBe("private");
	});

	it("is not looked up if it is an address itself", async () => {
		const resolve = () => Promise.reject(new Error("looked up"));
		expect(await checkHost("[::1]", resolve)).toBe("private");
		expect(await checkHost("1.1.1.1", resolve)).toBe("public");
	});
});
