import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ItemView, SessionView, StepView } from "../../../../session/view/view-schema.ts";
import { useStage } from "../../components/step-context.ts";
import type { Fault } from "../../net/api.ts";
import { useBehaviour } from "../../state/behaviour.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { answersOf, type Entries, faultOf } from "./form-answers.ts";
import { type Faults, Missing, Paging, Questions } from "./form-parts.tsx";
import { itemsAsked, pageOf, pagesOf } from "./pages.ts";
import { type Move, type MovesByItem, movesOf, readMoves, withMove } from "./ranking/moves.ts";
import { Subject } from "./subject.tsx";

type Props = {
	readonly step: Extract<StepView, { kind: "form" }>;
	readonly conversation: SessionView["conversation"];
	readonly busy: boolean;
};

type Draft = {
	readonly values: Entries;
	readonly since: number;
	/** The page of a long form, from 0. */
	readonly page: number;
	readonly moves: MovesByItem;
};

export function Form({ step, conversation, busy }: Props) {
	const { flow } = useStage();
	const [draft, setDraft] = useState<Draft>(() => readDraft(flow.drafts.read(step.id)));
	const [faults, setFaults] = useState<Faults>({});
	const [other, setOther] = useState("");
	const behaviour = useBehaviour(step.behaviour === true, flow.drafts, step.id);
	const form = useRef<HTMLFormElement>(null);
	const asked = itemsAsked(step.items, draft.values);
	const pages = pagesOf(asked, step.pages ?? Number.POSITIVE_INFINITY);
	const at = Math.min(draft.page, pages.length - 1);
	const page = pages[at] ?? [];
	useLayoutEffect(() => flow.drafts.write(step.id, draft), [draft]);
	useTopOfPage(at, form);

	function change(id: string, entry: unknown, move?: Move): void {
		const ms = Math.max(0, Date.now() - draft.since);
		setDraft((before) => ({
			...before,
			values: { ...before.values, [id]: entry },
			moves: move ? withMove(before.moves, id, move, ms) : before.moves,
		}));
		setFaults(({ [id]: _, ...rest }) => rest);
		setOther("");
	}

	function turnTo(next: number): void {
		setFaults({});
		setOther("");
		setDraft((before) => ({ ...before, page: next }));
	}

	async function submit(): Promise<void> {
		if (busy) return;
		const wrong = faultsOf(page, draft.values);
		if (Object.keys(wrong).length > 0) return complain(wrong);
		if (at < pages.length - 1) return turnTo(at + 1);
		const found = await flow.answer({
			answers: answersOf(asked, draft.values),
			shown: asked.map(({ id }) => id),
			elapsedMs: Math.max(0, Date.now() - draft.since),
			moves: movesOf(asked, draft.values, draft.moves),
			...behaviour(),
		});
		if (found.length > 0) complain(byItem(asked, found), found[0]?.detail);
	}

	/** Shows the faults and goes to the first, on any page. */
	function complain(wrong: Faults, detail = ""): void {
		const count = Object.keys(wrong).length;
		const first = asked.find(({ id }) => wrong[id]);
		if (first && !page.includes(first)) turnTo(pageOf(pages, first.id));
		setFaults(wrong);
		setOther(count > 0 ? texts.form.faults({ count }) : detail);
		if (first) setTimeout(() => goTo(first.id));
	}

	function goTo(id: string): void {
		const field = form.current?.querySelector(`[data-item="${CSS.escape(id)}"]`);
		field?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
	}

	const questions = <Questions items={page} entries={draft.values} faults={faults} changed={change} />;
	return (
		<form
			class={conversation ? "page form about" : "page form"}
			ref={form}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<h1 tabIndex={-1} {...studyTextAttributes}>
				{step.title}
			</h1>
			{pages.length > 1 ? <Paging at={at} of={pages.length} /> : null}
			{conversation ? (
				<div class="beside">
					<Subject conversation={conversation} />
					<div>{questions}</div>
				</div>
			) : (
				questions
			)}
			<div class="bar">
				<p class="fault" role="alert">
					{other}
				</p>
				<Missing items={page.filter(({ id }) => faults[id])} goTo={goTo} />
				{at > 0 ? (
					<button type="button" class="button secondary back" onClick={() => turnTo(at - 1)}>
						{texts.form.back}
					</button>
				) : null}
				<button type="submit" class="button primary" aria-disabled={busy}>
					{texts.form.continue}
				</button>
			</div>
		</form>
	);
}

/** A new page starts at its top. */
function useTopOfPage(page: number, form: { readonly current: HTMLFormElement | null }): void {
	const before = useRef(page);
	useLayoutEffect(() => {
		if (before.current === page) return;
		before.current = page;
		scrollTo(0, 0);
		form.current?.querySelector("h1")?.focus({ preventScroll: true });
	}, [page]);
}

const faultsOf = (items: readonly ItemView[], entries: Entries): Record<string, string> =>
	Object.fromEntries(
		items.flatMap((item) => {
			const fault = faultOf(item, entries[item.id], texts);
			return fault === null ? [] : [[item.id, fault]];
		}),
	);

/** The server's faults, by item. */
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
	// The time of the first view: a reload does not restart it.
	const since = "since" in known && typeof known.since === "number" ? known.since : Date.now();
	const page = "page" in known && typeof known.page === "number" ? known.page : 0;
	const moves = readMoves("moves" in known ? known.moves : null);
	return { values: Object.fromEntries(Object.entries(values)), since, page, moves };
}
