import { beforeAll, describe, expect, it } from "vitest";
import { crossFittedAuc, type Example } from "../../../src/analysis/classifier.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { changedLines, changes, countWrites, namesOfChanges, poll, type Seen } from "../../support/blinding/polling.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { answer, enrol, openStudy, type Participant, plausible, see } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { namesItself } from "../../support/models/model-server-behaviours.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

/**
 * A researcher polls all of D1 and every export after each step of each participant, and tries to learn which label belongs to
 * which arm. All arms write the same texts. They differ only in what their models do before.
 */
const MODELS = {
	plain: "polled-plain",
	/** Fails once, and the Worker repeats the call. */
	retried: "server-error-once",
	/** Identifies itself once, and is requested again. */
	discarded: namesItself("polling"),
	/** Fails for a whole round, and the participant retries. */
	failed: "rate-limited-round",
	/** Starts slowly and writes slowly. */
	slow: "speed-slow",
} as const;
type Arm = keyof typeof MODELS;
const ARMS = Object.keys(MODELS) as Arm[];
const OTHERS = ARMS.filter((arm) => arm !== "plain");
/** Even numbers, because the classifier learns from one half and is tested on the other. */
const PARTICIPANTS = { double: 4, single: 2 };

function study(slug: string, level: "double" | "single"): ProtocolInput {
	const small = smallStudy({ slug });
	const { ranking: _, experience: __, ...forms } = small.forms ?? {};
	return {
		...small,
		blinding: { level, pace: "as-is", selfIdentification: "regenerate" },
		models: Object.fromEntries(
			Object.entries(MODELS).map(([name, model]) => [name, { provider: "openai-compatible", endpoint: "GPU", model }]),
		),
		arms: ARMS.map((id) => ({ id, model: id })),
		conversations: small.conversations.map((entry) => ({ ...entry, turns: { min: 1, max: 1 }, after: [] })),
		consent: { version: "1", text: "# Consent", behaviour: true },
		forms,
		flow: ["consent", "about", "conversations"],
	};
}

const BEHAVIOUR = { pastes: 0, pasted: 0, focusLost: 0, focusLostMs: 0, firstKeyMs: 100, typingMs: 900 };

type Conversation = { readonly session: string; readonly position: number; readonly features: readonly number[] };
type Polled = { readonly conversations: readonly Conversation[]; readonly names: readonly string[] };

/** Tables that depend only on replies, so they may change only when a reply is complete. */
const OF_REPLIES = ["model_calls", "deviations", "sealed_deviations", "candidates", "GET /exports/model-calls.jsonl"];

async function polled(slug: string, participants: number): Promise<Polled> {
	const [{ id }] = (await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug)) as [{ id: string }];
	const look = () => poll({ id, slug });
	const conversations: Conversation[] = [];
	let seen = await look();
	for (let person = 0; person < participants; person += 1) {
		const who = await enrol(fetchWorker, KEY, slug, `p${person}`);
		for (;;) {
			const { step, conversation } = await see(fetchWorker, who);
			if (!step) break;
			if (conversation === null) {
				seen = await answered(who, look);
				continue;
			}
			const looks = await throughConversation(who, conversation.index, look);
			const last = looks.at(-1) ?? seen;
			const early = looks.slice(0, -1).map((between) => changedLines(seen, between, OF_REPLIES));
			const features = [...changes(seen, last), Math.max(0, ...early)];
			conversations.push({ session: who.session, position: conversation.index, features });
			seen = last;
		}
	}
	return { conversations, names: [...namesOfChanges(seen), "rows of a reply before it is there"] };
}

/** One poll after each step. */
async function throughConversation(who: Participant, index: number, look: () => Promise<Seen>): Promise<Seen[]> {
	const looks = [];
	do looks.push(await answered(who, look));
	while ((await see(fetchWorker, who)).conversation?.index === index);
	return looks;
}

async function answered(who: Participant, look: () => Promise<Seen>): Promise<Seen> {
	const { step } = await see(fetchWorker, who);
	if (!step) throw new Error("nothing is asked any more");
	const behaviour = step.kind === "message" || step.kind === "form" ? { behaviour: BEHAVIOUR } : {};
	await answer(fetchWorker, who, step.id, { ...(plausible(step) as object), ...behaviour });
	await drain(who.session);
	return look();
}

async function armsOf(slug: string): Promise<(of: Conversation) => Arm | undefined> {
	await closeAndUnblind(slug);
	const found = await rows<{ session: string; position: number; arm: Arm }>(
		`SELECT session_id AS session, position, arm FROM conversations JOIN studies ON studies.id = conversations.study_id
		JOIN arm_keys ON arm_keys.study_id = studies.id AND arm_keys.label = conversations.labels WHERE slug = ?`,
		slug,
	);
	const arms = new Map(found.map(({ session, position, arm }) => [`${session}/${position}`, arm]));
	return ({ session, position }) => arms.get(`${session}/${position}`);
}

/** The first and last conversations also begin and end the session, so conversations are compared only at the same position. */
function centred(all: readonly Conversation[]): Conversation[] {
	const usual = (position: number, feature: number): number => {
		const like = all.filter((each) => each.position === position).map(({ features }) => features[feature] ?? 0);
		return like.toSorted((one, other) => one - other)[Math.floor(like.length / 2)] ?? 0;
	};
	return all.map((each) => ({
		...each,
		features: each.features.map((value, feature) => value - usual(each.position, feature)),
	}));
}

type Judged = { readonly arm: Arm; readonly auc: number; readonly differing: readonly string[] };

/** Tries to distinguish an arm from the plain one, by a classifier and by each single number's distribution. */
function judge(
	arm: Arm,
	positive: readonly Conversation[],
	negative: readonly Conversation[],
	names: readonly string[],
): Judged {
	const pairs = positive.map((one, index): [Example, Example] => [
		{ features: one.features, positive: true },
		{ features: negative[index]?.features ?? [], positive: false },
	]);
	// The halves are interleaved, so that each half has complete pairs.
	const examples = pairs.flatMap((pair, index) =>
		index % 2 === 0 ? pair.flatMap((one, place) => [one, ...(pairs[index + 1]?.slice(place, place + 1) ?? [])]) : [],
	);
	const values = (some: readonly Conversation[], feature: number) =>
		JSON.stringify(some.map(({ features }) => features[feature] ?? 0).toSorted((one, other) => one - other));
	const differing = names.filter((_, feature) => values(positive, feature) !== values(negative, feature));
	return { arm, auc: crossFittedAuc(examples), differing };
}

async function judged(slug: string, level: "double" | "single"): Promise<Judged[]> {
	await openStudy(fetchWorker, KEY, study(slug, level), "?acceptLateReplies=true");
	const { conversations, names } = await polled(slug, PARTICIPANTS[level]);
	const armOf = await armsOf(slug);
	const all = level === "double" ? centred(conversations) : conversations;
	const of = (wanted: Arm) => all.filter((each) => armOf(each) === wanted);
	for (const arm of ARMS) expect(of(arm)).toHaveLength(PARTICIPANTS[level]);
	// With so few participants, noise hides the one revealing number from the classifier. The control gets only that number.
	const isGiven = (name: string) => level === "double" || name === "model_calls: new";
	const given = (some: readonly Conversation[]) =>
		some.map((each) => ({ ...each, features: each.features.filter((_, index) => isGiven(names[index] ?? "")) }));
	return OTHERS.map((arm) => judge(arm, given(of(arm)), given(of("plain")), names.filter(isGiven)));
}

describe("an observer who polls D1 and the exports after each step", () => {
	let [double, single]: [Judged[], Judged[]] = [[], []];
	beforeAll(async () => {
		await countWrites();
		double = await judged("polled-double", "double");
		single = await judged("polled-single", "single");
	}, 480_000);

	it.each(OTHERS)("cannot distinguish arms of a double-blind study by any change: %s", (arm) => {
		expect(double.find((each) => each.arm === arm)).toEqual({ arm, auc: 0.5, differing: [] });
	});

	it.each(OTHERS.filter((arm) => arm !== "slow"))(
		"could distinguish them if model calls were not sealed: %s",
		(arm) => {
			const found = single.find((each) => each.arm === arm);
			expect(found?.auc).toBe(1);
			expect(found?.differing).toContain("model_calls: new");
		},
	);
});
