import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { TrainingManifest } from "../../../src/export/training/manifest.ts";
import { sha256Of } from "../../../src/shared/json.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import {
	openaiPreference,
	pdpoDialog,
	pdpoSplit,
	pdpoUser,
	trlPreference,
} from "../../support/golden/preference-formats.ts";
import { expectContract, problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "training";
const FILES = [
	"preferences.jsonl",
	"prism_data_user.json",
	"prism_data_dialog.json",
	"prism_split_ids.json",
	"prism_survey.jsonl",
	"prism_conversations.jsonl",
	"prism_utterances.jsonl",
	"prism_metadata.jsonl",
];

/** The scores of these participants differ by one point. */
const NEAR = "?threshold=1";

/** Files in PRISM's format contain every reply and have no threshold. */
const near = (file: string) => (file.endsWith(".jsonl") && file.startsWith("prism_") ? "" : NEAR);

async function download(file: string, query = ""): Promise<string> {
	const response = await send(`/v1/studies/${SLUG}/exports/${file}${query}`);
	if (!response.ok) throw new Error(`${file}: ${response.status} ${await response.text()}`);
	return new TextDecoder().decode(await response.arrayBuffer());
}

type Columns = Record<string, unknown>;
const records = (text: string): Columns[] =>
	text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
const lines = async (file: string, query = "") => records(await download(file, query));
const parsed = async <T>(file: string, schema: z.ZodType<T>): Promise<T> =>
	schema.parse(JSON.parse(await download(file, NEAR)));
const recordOf = <T>(value: z.ZodType<T>) => z.record(z.string(), value);
const manifest = async (file: string, query = "") => {
	const name = `${file.split(".")[0]}.manifest.json`;
	const response = await send(`/v1/studies/${SLUG}/exports/${name}${query}`);
	return (await expectContract("GET", `/v1/studies/{study}/exports/${name}`, response)) as TrainingManifest;
};

/** Two samples of one model may be identical, which makes no pair and is counted. Three people have two turns each. */
const pairsThatDiffer = async (query: string) =>
	6 - ((await manifest("preferences.jsonl", query)).counts.skipped_identical ?? 0);

async function participant(name: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, SLUG, name);
	await walk(fetchWorker, who, undefined, (step) =>
		step.kind === "message" && step.turn === 1 ? { text: `A question of ${name}` } : plausible(step),
	);
	await drain(who.session);
	return who;
}

const erase = (who: Participant) =>
	send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });

describe("the training sets of a best-of study", () => {
	let erased: Participant;
	beforeAll(async () => {
		await openStudy(
			fetchWorker,
			KEY,
			smallStudy({
				slug: SLUG,
				layout: "best-of",
				// A character with long replies, because the tersest one repeats itself once in fourteen times.
				models: {
					"model-0": { provider: "rehearsal", character: "cautious" },
					"model-1": { provider: "rehearsal", character: "flattering" },
				},
				conversations: [
					{
						id: "chat",
						title: "Unguided",
						instructions: "Talk about anything.",
						layout: "best-of",
						arms: "each",
						turns: { min: 2, max: 2 },
						after: ["experience"],
					},
				],
			}),
		);
		for (const name of ["one", "two", "three"]) await participant(name);
		erased = await participant("erased-person");
		await erase(erased);
		await drain(erased.session);
	});

	it("have TRL's format, with the chosen path as the prompt of each pair", async () => {
		const rows = await lines("preferences.jsonl", NEAR);
		expect(rows).toHaveLength(await pairsThatDiffer(NEAR));
		for (const row of rows) trlPreference.parse(row);
		const second = rows.filter(({ turn }) => turn === 2).map((row) => trlPreference.parse(row));
		expect(second.map(({ prompt }) => prompt.map(({ role }) => role).join())).toEqual(
			Array.from({ length: rows.length - 3 }, () => "user,assistant,user"),
		);
		expect(rows.every(({ margin, margin_unit }) => margin === 1 && margin_unit === "points")).toBe(true);
	});

	it("have OpenAI's format exactly, and P-DPO's conversations one a line", async () => {
		for (const row of await lines("preferences.jsonl", `${NEAR}&format=openai`)) openaiPreference.parse(row);
		const dialogs = await lines("preferences.jsonl", `${NEAR}&format=p-dpo&testParticipants=0`);
		expect(dialogs.map(({ user_number }) => user_number)).toEqual([1, 2, 3]);
		for (const { user_number, split, ...dialog } of dialogs) pdpoDialog.parse(dialog);
	});

	it("are split by the seed into two parts without overlap", async () => {
		const [all, train, test] = await Promise.all(
			["", "&split=train", "&split=test"].map((split) =>
				lines("preferences.jsonl", `${NEAR}&testParticipants=0.5&seed=7${split}`),
			),
		);
		expect(all?.filter(({ split }) => split === "train")).toEqual(train);
		expect(all?.filter(({ split }) => split === "test")).toEqual(test);
	});

	it("count close ratings as ties in each format, also for choices", async () => {
		expect(await lines("preferences.jsonl")).toEqual([]);
		expect((await manifest("preferences.jsonl")).counts).toEqual({ ties: 6 });
		expect(await lines("preferences.jsonl", "?ties=keep")).toEqual(await lines("preferences.jsonl", NEAR));
		expect(await download("prism_data_dialog.json")).toBe("{}\n");
		expect((await manifest("prism_data_dialog.json")).counts).toEqual({ skipped_dialogs_without_pairs: 3, ties: 6 });
		expect(await download("prism_data_dialog.json", "?ties=keep")).toBe(await download("prism_data_dialog.json", NEAR));
		expect(await lines("preferences.jsonl", "?from=rating")).toEqual([]);
		expect((await manifest("preferences.jsonl", "?from=rating")).counts).toEqual({ ties: 6 });
		const query = "?from=rating&threshold=1";
		expect(await lines("preferences.jsonl", query)).toHaveLength(await pairsThatDiffer(query));
	});

	it("include P-DPO's three files, with matching ids", async () => {
		const users = await parsed("prism_data_user.json", recordOf(pdpoUser));
		const dialogs = await parsed("prism_data_dialog.json", recordOf(pdpoDialog));
		const split = await parsed("prism_split_ids.json", pdpoSplit);
		const people = [...Object.keys(split.seen_user_ids), ...Object.keys(split.unseen_user_ids)];
		expect(people.toSorted()).toEqual(Object.keys(users).toSorted());
		expect([...split.train_dialog_ids, ...split.test_dialog_ids].toSorted()).toEqual(Object.keys(dialogs).toSorted());
		for (const id of split.train_dialog_ids) expect(split.seen_user_ids).toHaveProperty(dialogs[id]?.user_id ?? "");
	});

	it("include PRISM's four files, with matching ids and counts", async () => {
		const [survey, conversations, utterances, metadata] = await Promise.all(
			["survey", "conversations", "utterances", "metadata"].map((name) => lines(`prism_${name}.jsonl`)),
		);
		expect(survey?.map(({ user_id }) => user_id)).toEqual(["user0", "user1", "user2"]);
		expect(survey?.map((row) => row.num_completed_conversations)).toEqual([1, 1, 1]);
		expect(conversations?.map(({ conversation_id }) => conversation_id)).toEqual(["c0", "c1", "c2"]);
		expect(conversations?.[0]).toMatchObject({ conversation_type: "unguided", conversation_turns: 2 });
		expect(utterances?.map(({ utterance_id }) => utterance_id)).toEqual(
			Array.from({ length: 12 }, (_, at) => `ut${at}`),
		);
		expect(new Set(utterances?.map(({ interaction_id }) => interaction_id)).size).toBe(6);
		expect(utterances?.every(({ score, if_chosen }) => score === (if_chosen ? 90 : 89))).toBe(true);
		expect(metadata).toHaveLength(12 + 6);
	});

	it.each(FILES)("contain no erased participant and, before unblinding, no arm: %s", async (file) => {
		const text = await download(file, near(file));
		for (const word of [...ARM_IDS, "erased-person", "rehearsal", "terse", "warm", "external"])
			expect(text).not.toContain(word);
	});

	it.each(FILES)("have a manifest with hash, counts and erasures: %s", async (file) => {
		const [text, described] = [await download(file, near(file)), await manifest(file, near(file))];
		expect(described).toMatchObject({
			path: file,
			hash: sha256Of(text),
			bytes: new TextEncoder().encode(text).length,
			blinded: true,
			erasures: { honoured: 1, participants: [expect.stringMatching(/^sha256:/)] },
		});
		expect(Object.keys(described.counts).length).toBeGreaterThan(0);
	});

	it("refuse unknown options with a pointer", async () => {
		const response = await send(`/v1/studies/${SLUG}/exports/preferences.jsonl?format=csv&from=mood`);
		expect(response.status).toBe(400);
		expect(await problemIn(response)).toMatchObject({ code: "invalid_request" });
	});

	it("are the same after unblinding, except for the names of PRISM's models", async () => {
		const before = await Promise.all(FILES.slice(0, 4).map((file) => download(file, NEAR)));
		await closeAndUnblind(SLUG);
		expect(await Promise.all(FILES.slice(0, 4).map((file) => download(file, NEAR)))).toEqual(before);
		const names = new Set((await lines("prism_utterances.jsonl")).map((row) => row.model_name));
		expect([...names].toSorted()).toEqual([...ARM_IDS]);
	});
});
