import { expect, it } from "vitest";
import { checkHost } from "../../../src/webhooks/receiver/check-host.ts";
import { resolveByDns } from "../../../src/webhooks/receiver/resolve.ts";

/** `invalid` has no names by RFC 6761, with and without a network. */
it("asks the runtime's own resolver, and a name without an address is unresolved", async () => {
	expect(await checkHost("receiver.invalid", resolveByDns)).toBe("unresolved");
});
