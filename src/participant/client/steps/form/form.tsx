import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ItemView, SessionView, StepView } from "../../../../session/view/view-schema.ts";
import { useStage } from "../../components/step-context.ts";
import type { Fault } from "../../net/api.ts";
import { useBehaviour } from "../../state/behaviour.ts";
import { texts, theirs } from "../../texts/catalogue.ts";
import { Transcript } from "../conversation/transcript.tsx";
import { Field } from "./field.tsx";
import { answersOf, type Entries, faultOf } from "./form-answers.ts";

type Props = {
	readonly step: Extract<StepView, { kind: "form" }>;
	readonly conversation: SessionView["conversation"];
	readonly busy: boolean;
};

type Draft = { readonly values: Entries; readonly since: number };

export function Form({ step, conversation, busy }: Props) {
	const { flow } = useStage();
	const [draft, setDraft] = useState<Draft>(() => readDraft(flow.drafts.read(step.id)));
	const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
	const [other, setOther] = useState("");
	const behaviour = useBehaviour(step.behaviour === true, flow.drafts, step.id);
	const form = useRef<HTMLFormElement>(null);
	useLayoutEffect(() => flow.drafts.write(step.id, draft), [draft]);

	function change(id: string, entry: unknown): void {
		setDraft(({ values, since }) => ({ values: { ...values, [id]: entry }, since }));
		setFaults(({ [id]: _, ...rest }) => rest);
		setOther("");
	}

	async function submit(): Promise<void> {
		if (busy) return;
		const wrong = faultsOf(step.items, draft.values);
		if (Object.keys(wrong).length > 0) return complain(wrong);
		const found = await flow.answer({
			answers: answersOf(step.items, draft.values),
			shown: step.items.map(({ id }) => id),
			elapsedMs: Math.max(0, Date.now() - draft.since),
			...behaviour(),
		});
		if (found.length > 0) complain(byItem(step.items, found), found[0]?.detail);
	}

	function complain(wrong: Readonly<Record<string, string>>, detail = ""): void {
		setFaults(wrong);
		const count = Object.keys(wrong).length;
		setOther(count > 0 ? texts.form.faults({ count }) : detail);
		const first = step.items.find(({ id }) => wrong[id]);
		const field = first && form.current?.querySelector(`[data-item="${CSS.escape(first.id)}"]`);
		field?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
	}

	return (
		<form
			class="page"
			ref={form}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<h1 tabIndex={-1} {...theirs}>
				{step.title}
			</h1>
			{conversation ? (
				<Transcript layout={conversation.layout} messages={conversation.messages} label={texts.form.transcript} />
			) : null}
			{step.items.map((item) => (
				<Field
					key={item.id}
					item={item}
					entry={draft.values[item.id]}
					fault={faults[item.id] ?? ""}
					changed={(entry) => change(item.id, entry)}
				/>
			))}
			<div class="bar">
				<p class="fault" role="alert">
					{other}
				</p>
				<button type="submit" class="button primary" aria-disabled={busy}>
					{texts.form.continue}
				</button>
			</div>
		</form>
	);
}

const faultsOf = (items: readonly ItemView[], entries: Entries): Record<string, string> =>
	Object.fromEntries(
		items.flatMap((item) => {
			const fault = faultOf(item, entries[item.id], texts);
			return fault === null ? [] : [[item.id, fault]];
		}),
	);

/** What the server found, by the item that it points at. */
const byItem = (items: readonly ItemView[], faults: readonly Fault[]): Record<string, string> =>
	Object.fromEntries(
		items.flatMap(({ id }) => {
			const pointer = `/answers/${id.replace(/~/g, "~0").replace(/\//g, "~1")}`;
			const found = faults.find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
			return found ? [[id, found.detail]] : [];
		}),
	);

function readDraft(draft: unknown): Draft {
	const known = typeof draft === "object" && draft !== null ? draft : {};
	const values = "values" in known && typeof known.values === "object" && known.values !== null ? known.values : {};
	// From the first time the form was seen: a reload is no new beginning.
	const since = "since" in known && typeof known.since === "number" ? known.since : Date.now();
	return { values: Object.fromEntries(Object.entries(values)), since };
}
