import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Protocol } from "../schema/schema.ts";
import { numberOfConversations } from "../steps/steps.ts";
import { protocolOpeningFaults } from "../validate/opening-faults.ts";
import { protocolWarnings } from "../warnings/warnings.ts";
import { parseProtocol } from "./parse.ts";

const text = (file: string) => readFileSync(`seeds/${file}`, "utf8");

function seed(file: string): Protocol {
	const parsed = parseProtocol(JSON.parse(text(file)));
	if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error, null, 1)}`);
	return parsed.value;
}

const all = readdirSync("seeds").filter((file) => file.endsWith(".json"));
const rehearsed = all.filter((file) => !file.endsWith(".endpoints.json"));

describe.each(all)("%s", (file) => {
	it("is valid, has the name of its file, and points editors at the schema", () => {
		expect(seed(file).slug).toBe(file.replace(".json", "").replace(".", "-"));
		expect(seed(file).$schema).toBe("../docs/reference/protocol.schema.json");
		expect(protocolOpeningFaults(seed(file))).toEqual([]);
	});

	it("gives no reason for a warning", () => expect(protocolWarnings(seed(file))).toEqual([]));

	it("fits into the body of a request", () =>
		expect(new TextEncoder().encode(text(file)).length).toBeLessThan(64 * 1024));

	it("states its purpose and its assumptions", () => expect(seed(file).notes?.length).toBeGreaterThan(0));
});

/** Everything that a participant reads before the last page. */
function wordsOf({ title, conversations, consent, forms }: Protocol): string[] {
	const items = Object.values(forms).flatMap((form) => [form.title, ...form.items.flatMap(textsOf)]);
	return [title, consent.text, ...conversations.flatMap((entry) => [entry.title, entry.instructions]), ...items].filter(
		(text) => text !== undefined,
	);
}

const textsOf = (item: Protocol["forms"][string]["items"][number]): (string | undefined)[] => [
	item.label,
	"help" in item ? item.help : undefined,
	...("options" in item && Array.isArray(item.options) ? item.options.map(({ label }) => label) : []),
];

describe.each(all)("the words of %s", (file) => {
	const words = wordsOf(seed(file));

	it("name no condition, and no arm or model of the study", () => {
		const { arms, models } = seed(file);
		const secret = [...arms.map(({ id }) => id), ...Object.keys(models)].filter((name) => name.includes("-"));
		for (const text of words) {
			expect(text).not.toMatch(
				/\b(?:unguided|values guided|controversy guided|control group|condition|sequence|stratum)\b/i,
			);
			expect(secret.filter((name) => text.includes(name))).toEqual([]);
		}
	});

	it("leave out what the app explains: optional items, numbers of messages, ranking", () => {
		for (const text of words) {
			expect(text).not.toMatch(
				/leave (?:this|it) empty|select all|all that apply|messages are the least|at most \d+ messages|drag/i,
			);
		}
	});

	it("ask for consent with the time, the payment, the retention, a contact and a way to support", () => {
		const { text, version } = seed(file).consent;
		expect(text).toMatch(/\*\*How long\.\*\* About \d+ minutes/);
		expect(text).toMatch(/\*\*Payment\.\*\* £\d+\.\d\d/);
		expect(text).toMatch(/delete it after \d+ days/);
		expect(text).toMatch(/kept for ten years/);
		expect(text).toMatch(/[\w.]+@example\.org/);
		expect(text).toMatch(/ethics committee/);
		expect(text).toMatch(/crisis line or your local emergency number/);
		expect(version).not.toBe("");
		expect(seed(file).notes?.join(" ")).toMatch(/are examples: put your own/);
	});
});

describe.each(all)("%s", (file) => {
	it("states its duration, contact, support and debriefing", () => {
		const { duration, contact, support, debrief } = seed(file);
		expect(duration).toMatch(/^PT\d+M$/);
		expect(contact?.ethics).toMatch(/reference/);
		expect(support?.default).toMatch(/emergency number/);
		expect(JSON.stringify(debrief)).toMatch(/do not know/);
	});
});

describe.each(rehearsed)("%s", (file) => {
	it("runs offline", () => {
		expect(Object.values(seed(file).models).every(({ provider }) => provider === "rehearsal")).toBe(true);
	});
});

describe("the presets with endpoints", () => {
	it("can open wherever their endpoints, profiles and adapters are", () => {});

	it("are the same study otherwise", () => {
		const asked = ({ forms, flow, conversations, eligibility, checks, blinding, system, limits }: Protocol) => ({
			forms,
			flow,
			conversations,
			eligibility,
			checks,
			blinding,
			system,
			limits,
		});
		expect(asked(seed("prism-x.endpoints.json"))).toEqual(asked(seed("prism-x.json")));
		expect(asked(seed("prism.endpoints.json"))).toEqual(asked(seed("prism.json")));
	});
});

describe("personalised arms", () => {
	it("have signed links, and no seed accepts the risk of unsigned ones", () => {
		for (const file of all) {
			const { arms, recruitment } = seed(file);
			const isPersonal = arms.some(({ personalisation }) => personalisation !== undefined);
			expect([file, recruitment.unsigned]).toEqual([file, undefined]);
			expect([file, recruitment.prolific?.signed ?? false]).toEqual([file, isPersonal]);
		}
	});
});

describe("PRISM-X", () => {
	it("has four arms, four conversations and a ranking of them, for 530 people", () => {
		const study = seed("prism-x.json");
		expect(study.arms.map(({ id }) => id)).toEqual(["generic", "prompted", "pooled", "individual"]);
		expect(numberOfConversations(study)).toBe(4);
		expect(study.forms.ranking?.items[0]).toMatchObject({ kind: "ranking", options: "conversations" });
		expect(study.recruitment.quota?.total).toBe(530);
	});
});

describe("PRISM", () => {
	it("has six conversations, two of each type, the best of four, from Terrible to Perfect", () => {
		const { conversations } = seed("prism.json");
		expect(conversations.map(({ id }) => id)).toEqual(
			["unguided", "values", "controversy"].flatMap((type) => [`${type}-1`, `${type}-2`]),
		);
		for (const entry of conversations) {
			expect(entry).toMatchObject({
				layout: "best-of",
				arms: 4,
				laterCandidates: 2,
				scale: { min: 1, max: 100, minLabel: "Terrible", maxLabel: "Perfect" },
			});
		}
	});

	it("has its 21 models with endpoints", () => expect(seed("prism.endpoints.json").arms).toHaveLength(21));
});
