import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";

const seed = z.custom<ProtocolInput>((value) => typeof value === "object" && value !== null);

/** Fast enough for a rehearsal: a short reply takes less than a second. */
const PACE = { firstFrameMs: 200, charactersPerSecond: 2000 };
const REPLY_TOKENS = 24;
/** One for training, one held out. */
const CONVERSATIONS = 2;
const TURNS = { min: 1, max: 2 };

/** The first study: `seeds/prism.json` with two conversations, at a pace for scripts. */
export async function firstStudy(): Promise<ProtocolInput> {
	const protocol = await read("seeds/prism.json");
	return {
		...protocol,
		blinding: { ...protocol.blinding, pace: PACE },
		conversations: protocol.conversations
			.slice(0, CONVERSATIONS)
			.map((conversation) => ({ ...conversation, turns: TURNS })),
		recruitment: { expiresAfter: "PT3H", quota: { total: 100 } },
	};
}

/** The second one: `seeds/prism-x.endpoints.json` with short replies, and without Prolific. */
export async function secondStudy(base: string): Promise<ProtocolInput> {
	const protocol = await read("seeds/prism-x.endpoints.json");
	const short = Object.entries(protocol.models).map(([name, model]) => [
		name,
		{ ...model, ...(name === "base" ? { model: base } : {}), maxOutputTokens: REPLY_TOKENS },
	]);
	return {
		...protocol,
		blinding: { ...protocol.blinding, pace: PACE },
		models: Object.fromEntries(short),
		conversations: protocol.conversations.map((conversation) => ({ ...conversation, turns: TURNS })),
		recruitment: { expiresAfter: "PT3H", quota: { total: 100 }, onlyProfiles: true },
	};
}

const read = async (path: string): Promise<ProtocolInput> => seed.parse(JSON.parse(await readFile(path, "utf8")));
