import { expect, it } from "vitest";
import { textsOf } from "./overwrite.ts";
import { turns } from "./tables/conversations.ts";
import { participantIdentities } from "./tables/participants.ts";
import { adapters, profilePeople } from "./tables/personalisation.ts";

it.each([
	[turns, ["protocolHash", "text", "sentAt"]],
	[participantIdentities, ["source", "externalId", "reference"]],
	[profilePeople, ["source", "externalIdSealed"]],
	[adapters, ["servedName", "base", "method", "provenance", "status", "createdAt"]],
])("overwrites texts, but no keys and no columns used in conditions", (table, names) => {
	expect(
		textsOf(table)
			.map(([name]) => name)
			.sort(),
	).toEqual([...names].sort());
});
