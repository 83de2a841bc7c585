import type { Fitting, Fittings } from "../../src/models/model-types.ts";
import type { Exclusion } from "../../src/personalisation/arms/fit-arms.ts";
import { piecesOf } from "../../src/protocol/schema/formats/placeholder.ts";
import type { Arm, Protocol } from "../../src/protocol/schema/schema.ts";
import type { CapsuleTable, Row } from "../capsule/format.ts";
import type { RecordedSession } from "../capsule/recorded.ts";

/** What the replay's Worker uses instead of an arriving participant's profile and adapters. */
export type Personal = { readonly fittings: Fittings | null; readonly exclusion: Exclusion | null };

type Tables = ReadonlyMap<CapsuleTable, readonly Row[]>;

/** No adapter of the replay has this name. A participant fitted with it is screened out before randomisation. */
const NOT_REGISTERED = "not-registered";
const NOT_RECORDED = "not recorded";

/**
 * The fittings of each session, read from its recorded calls: the prompt without the arm's own system prompt, and the adapter's
 * served name. So a capsule needs no profile. An arm that was never called gets a placeholder, because its fitting is not recorded.
 */
export function recordedPersonal(protocol: Protocol, tables: Tables): (session: RecordedSession) => Personal {
	const arms = new Map((tables.get("arms") ?? []).map(({ label, arm }) => [label, arm]));
	const calls = Map.groupBy(tables.get("model-calls") ?? [], ({ session }) => session);
	return (recorded) => {
		if (leftAtArrival(recorded)) return { fittings: null, exclusion: "no_profile" };
		const own = calls.get(recorded.session) ?? [];
		const lost = recorded.status === "screened_out" ? { entry: NOT_REGISTERED } : {};
		const fittings = protocol.arms.flatMap((arm) => {
			const fitting = fittingFrom(
				protocol,
				arm,
				own.find(({ label }) => arms.get(label) === arm.id),
			);
			return fitting ? [[arm.id, { ...fitting, ...lost }] as const] : [];
		});
		return { fittings: Object.fromEntries(fittings), exclusion: null };
	};
}

/** A participant without a profile is screened out before the first step. */
const leftAtArrival = ({ status, consented, forms }: RecordedSession): boolean =>
	status === "screened_out" && !consented && forms.length === 0;

function fittingFrom(protocol: Protocol, arm: Arm, call: Row | undefined): Fitting | null {
	const { personalisation } = arm;
	if (!personalisation) return null;
	if (personalisation.kind === "prompt")
		return { prompt: call ? withoutOwn(arm.system ?? protocol.system, call.prompt) : NOT_RECORDED, adapter: null };
	const adapter = typeof call?.adapter === "string" ? call.adapter : NOT_RECORDED;
	const isOwn = personalisation.scope === "participant";
	return { prompt: null, adapter, ...(isOwn && { standsIn: call?.adapter_stood_in === true }) };
}

/** The sent prompt without the arm's own system prompt, which comes first. */
function withoutOwn(system: string | undefined, sent: unknown): string {
	const [text, before] = [String(sent ?? ""), system === undefined ? "" : `${system}\n\n`];
	return text.startsWith(before) ? text.slice(before.length) : text;
}

export type OpeningInputs = {
	/** Lines of `POST …/profiles`. */
	readonly profiles: readonly object[];
	/** Lines of `POST …/adapters`. */
	readonly adapters: readonly object[];
};

/**
 * One invented person with every profile field that the arms need, and an adapter of each shared name. Without them the study
 * does not open. Nobody arrives as this person.
 */
export function openingInputs({ arms, recruitment }: Protocol, id: string): OpeningInputs {
	const kinds = arms.flatMap(({ personalisation }) => personalisation ?? []);
	const fields = kinds.flatMap((each) => (each.kind === "prompt" ? fieldsOf(each.template) : []));
	const needsPerson = recruitment.onlyProfiles || kinds.some(({ kind }) => kind === "prompt");
	const shared = kinds.flatMap((each) => (each.kind === "adapter" && each.scope === "shared" ? [each.adapter] : []));
	const ownsOne = kinds.some((each) => each.kind === "adapter" && each.scope === "participant");
	return {
		profiles: needsPerson ? [{ participant: id, ...profileWith(fields) }] : [],
		adapters: [
			...[...new Set(shared)].map((adapter) => ({ adapter, servedName: adapter })),
			...(ownsOne ? [{ adapter: "of-nobody", servedName: "of-nobody", participant: id }] : []),
		],
	};
}

const fieldsOf = (template: string): string[] =>
	piecesOf(template).flatMap((piece) => ("field" in piece && !piece.optional ? [piece.field] : []));

type Tree = { [name: string]: Tree | string };

function profileWith(fields: readonly string[]): object {
	const tree: Tree = {};
	for (const field of fields.filter((name) => name !== "history")) put(tree, field.split("."));
	const said = [
		{ role: "participant", text: NOT_RECORDED },
		{ role: "assistant", text: NOT_RECORDED },
	];
	return { ...tree, ...(fields.includes("history") && { history: [{ messages: said }] }) };
}

function put(tree: Tree, [name = "", ...rest]: readonly string[]): void {
	const known = tree[name];
	if (rest.length === 0) {
		tree[name] = known ?? NOT_RECORDED;
		return;
	}
	const inner: Tree = typeof known === "object" ? known : {};
	tree[name] = inner;
	put(inner, rest);
}
