import { describe, expect, it } from "vitest";
import type { CapsuleTable, Row } from "../../scripts/capsule/format.ts";
import { recordedSessions } from "../../scripts/capsule/recorded.ts";
import { openingInputs, recordedPersonal } from "../../scripts/replay/personal.ts";
import { startReplyServer } from "../../scripts/replay/reply-server.ts";
import { recordedAi } from "../../scripts/replay/reply-server-client.ts";
import { readLimits } from "../../src/models/completion/read.ts";
import { workersAI } from "../../src/models/providers/workers-ai.ts";
import { type ProtocolInput, protocolSchema } from "../../src/protocol/schema/schema.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

const arms: ProtocolInput["arms"] = [
	{ id: "generic", model: "m" },
	{
		id: "prompted",
		model: "m",
		system: "Be brief.",
		personalisation: { kind: "prompt", template: "{{profile.a.b}} {{profile.c?}} {{history}}", maxTokens: 600 },
	},
	{ id: "pooled", model: "m", personalisation: { kind: "adapter", scope: "shared", adapter: "p" } },
	{ id: "own", model: "m", personalisation: { kind: "adapter", scope: "participant", missing: "pooled" } },
];
const study = smallStudy({
	slug: "s",
	arms,
	models: { m: { provider: "openai-compatible", endpoint: "GPU", model: "{{adapter}}" } },
});
const protocol = protocolSchema.parse(study);

const LABELS = ["A1", "B2", "C3", "D4"].map((label, place) => ({ label, arm: arms[place]?.id }));
const call = (session: string, label: string, of: Row): Row => ({
	...{ session, label, prompt: null, adapter: null, adapter_stood_in: null, failure: null },
	...of,
});
const session = (id: string, of: Row = {}): Row => ({
	...{ session: id, status: "completed", consented_at: "2026-05-01T10:00:00.000Z", attributes: {} },
	...of,
});

function personalOf(id: string, rows: Partial<Record<CapsuleTable, readonly Row[]>>) {
	const tables = new Map(Object.entries({ arms: LABELS, ...rows })) as ReadonlyMap<CapsuleTable, readonly Row[]>;
	const recorded = recordedSessions(tables).find((one) => one.session === id);
	if (!recorded) throw new Error("no such session");
	return recordedPersonal(protocol, tables)(recorded);
}

describe("the recorded fittings of a participant", () => {
	it("is the prompt after the arm's own, and the served names of the adapters", () => {
		const calls = [
			call("a", "A1", { prompt: "Shared." }),
			call("a", "B2", { prompt: "Be brief.\n\nThey collect\n\nbeetles." }),
			call("a", "C3", { adapter: "served-p" }),
			call("a", "D4", { adapter: "served-own", adapter_stood_in: false }),
			call("b", "D4", { adapter: "served-p", adapter_stood_in: true }),
		];
		const rows = { sessions: [session("a"), session("b")], "model-calls": calls };
		expect(personalOf("a", rows)).toEqual({
			exclusion: null,
			fittings: {
				prompted: { prompt: "They collect\n\nbeetles.", adapter: null },
				pooled: { prompt: null, adapter: "served-p" },
				own: { prompt: null, adapter: "served-own", standsIn: false },
			},
		});
		expect(personalOf("b", rows).fittings).toMatchObject({ own: { adapter: "served-p", standsIn: true } });
	});

	it("is a placeholder for arms that were never called, so that the session can begin", () => {
		const { fittings } = personalOf("a", { sessions: [session("a")] });
		expect(Object.keys(fittings ?? {})).toEqual(["prompted", "pooled", "own"]);
		for (const { prompt, adapter } of Object.values(fittings ?? {})) expect(prompt ?? adapter).toBe("not recorded");
	});

	it("are none if the participant was screened out at arrival, and have a missing adapter if later", () => {
		const gone = session("a", { status: "screened_out", consented_at: null });
		expect(personalOf("a", { sessions: [gone] })).toEqual({ fittings: null, exclusion: "no_profile" });
		const later = personalOf("a", { sessions: [session("a", { status: "screened_out" })] });
		expect(later.exclusion).toBeNull();
		expect(later.fittings?.own).toMatchObject({ entry: "not-registered" });
	});
});

describe("the opening of a personalised study", () => {
	it("is one invented person with every required field, and an adapter of each name", () => {
		expect(openingInputs(protocol, "nobody")).toEqual({
			profiles: [
				{
					participant: "nobody",
					profile: { a: { b: "not recorded" } },
					history: [
						{
							messages: [
								{ role: "participant", text: "not recorded" },
								{ role: "assistant", text: "not recorded" },
							],
						},
					],
				},
			],
			adapters: [
				{ adapter: "p", servedName: "p" },
				{ adapter: "of-nobody", servedName: "of-nobody", participant: "nobody" },
			],
		});
		expect(openingInputs(protocolSchema.parse(smallStudy({ slug: "s" })), "nobody")).toEqual({
			profiles: [],
			adapters: [],
		});
	});
});

it.each([[5], [0]])("answers as Workers AI with the recorded reply of the seed %i", async (seed) => {
	const reply = { seed, text: "Recorded.", hidden: null, served: null, usage: { input: 3, output: 2 }, finish: "stop" };
	const server = await startReplyServer([reply]);
	server.begin();
	const model = { provider: "workers-ai", model: "@cf/meta/llama", maxOutputTokens: 50 } as const;
	const context = { clock: Date.now, limits: readLimits(50) };
	const source = workersAI(model, recordedAi(server.origin), context);
	const said: unknown[] = [];
	const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Hello" }] }];
	for await (const delta of source({ prompt, seed })) said.push(delta);
	await server.close();
	expect(said).toEqual([
		{ kind: "text", text: "Recorded." },
		expect.objectContaining({ kind: "end", finishReason: "stop" }),
	]);
});
