import { useId } from "preact/hooks";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import { Markdown } from "../../components/markdown/markdown.tsx";
import { studyTextAttributes } from "../../texts/catalogue.ts";
import { Control, Label, NotApplicable } from "./field.tsx";
import type { Entries } from "./form-answers.ts";

type Props = {
	readonly stem: ItemView | null;
	readonly items: readonly ItemView[];
	readonly entries: Entries;
	readonly faults: Readonly<Record<string, string>>;
	readonly changed: (id: string, entry: unknown) => void;
};

/** Scales with the same ends. The stem and the ends are shown once, and each item is a row. */
export function Battery({ stem, items, entries, faults, changed }: Props) {
	const id = useId();
	const [first] = items;
	if (!first) return null;
	const classes = ["field battery", first.kind, items.some(({ notApplicable }) => notApplicable) ? "with-none" : ""];
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset inside of which every row is one.
		<section class={classes.join(" ")} role="group" {...(stem ? { "aria-labelledby": `${id}-stem` } : {})}>
			{stem ? (
				<div class="stem" id={`${id}-stem`} {...studyTextAttributes}>
					<Markdown text={stem.label} />
					{stem.help ? <Markdown text={stem.help} /> : null}
				</div>
			) : null}
			<div class="battery-ends" aria-hidden="true">
				<div class="ends">
					<span {...studyTextAttributes}>{first.minLabel}</span>
					<span {...studyTextAttributes}>{first.maxLabel}</span>
				</div>
			</div>
			{items.map((item) => (
				<Row
					key={item.id}
					item={item}
					entry={entries[item.id]}
					fault={faults[item.id] ?? ""}
					changed={(entry) => changed(item.id, entry)}
				/>
			))}
		</section>
	);
}

type RowProps = {
	readonly item: ItemView;
	readonly entry: unknown;
	readonly fault: string;
	readonly changed: (entry: unknown) => void;
};

function Row({ item, entry, fault, changed }: RowProps) {
	const id = useId();
	const describedBy = `${id}-help ${id}-fault`;
	const body = (
		<>
			{item.help ? (
				<p class="hint written" id={`${id}-help`} {...studyTextAttributes}>
					{item.help}
				</p>
			) : null}
			<div class="answer">
				<Control {...{ item, entry, changed, id, describedBy }} invalid={fault !== ""} />
				{item.notApplicable ? <NotApplicable taken={entry === null} changed={changed} /> : null}
			</div>
			<p class="fault" id={`${id}-fault`}>
				{fault}
			</p>
		</>
	);
	const name = fault ? "row wrong" : "row";
	if (item.kind === "likert")
		return (
			<fieldset class={name} data-item={item.id} aria-describedby={describedBy}>
				<legend class="label">
					<Label item={item} />
				</legend>
				{body}
			</fieldset>
		);
	return (
		<div class={name} data-item={item.id}>
			<label class="label" for={id}>
				<Label item={item} />
			</label>
			{body}
		</div>
	);
}
