import { useId } from "preact/hooks";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import { unreachable } from "../../../../shared/result.ts";
import { Markdown } from "../../components/markdown/markdown.tsx";
import { Slider } from "../../components/slider.tsx";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { Combobox } from "./combobox.tsx";
import { type Changed, Choices, type ControlProps, Likert, NumberEntry, TextEntry } from "./inputs.tsx";
import { Ranking } from "./ranking/ranking.tsx";

/** Longer lists open on demand: countries, years. */
const LONG_LIST = 15;

const isLong = ({ kind, options = [] }: ItemView): boolean => kind === "choice" && options.length > LONG_LIST;

/** A legend names a group of inputs, a label a single one. */
const isGroup = (item: ItemView): boolean =>
	["likert", "choices", "ranking"].includes(item.kind) || (item.kind === "choice" && !isLong(item));

type FieldProps = {
	readonly item: ItemView;
	readonly entry: unknown;
	readonly fault: string;
	readonly changed: Changed;
};

export function Field({ item, entry, fault, changed }: FieldProps) {
	const id = useId();
	if (item.kind === "info") return <Info item={item} />;
	const describedBy = `${id}-hint ${id}-fault`;
	const body = (
		<>
			<div class="hint" id={`${id}-hint`}>
				{item.help ? (
					<p class="written" {...studyTextAttributes}>
						{item.help}
					</p>
				) : null}
				{hintOf(item) ? <p>{hintOf(item)}</p> : null}
			</div>
			<div class="answer">
				<Control {...{ item, entry, changed, id, describedBy }} invalid={fault !== ""} />
				{item.notApplicable ? <NotApplicable taken={entry === null} changed={changed} /> : null}
			</div>
			<p class="fault" id={`${id}-fault`}>
				{fault}
			</p>
		</>
	);
	const name = fault ? "field wrong" : "field";
	if (isGroup(item))
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

const Info = ({ item }: { readonly item: ItemView }) => (
	<section class="field info" {...studyTextAttributes}>
		<Markdown text={item.label} />
		{item.help ? (
			<div class="hint">
				<Markdown text={item.help} />
			</div>
		) : null}
	</section>
);

export const Label = ({ item }: { readonly item: ItemView }) => (
	<>
		<span class="written" {...studyTextAttributes}>
			{item.label}
		</span>
		{item.required ? null : <span class="optional"> ({texts.form.optional})</span>}
	</>
);

type NoneProps = { readonly taken: boolean; readonly changed: (entry: unknown) => void };

/** Short, beside the answer. Its full name is read aloud. */
export function NotApplicable({ taken, changed }: NoneProps) {
	const { notApplicable, none } = texts.form;
	return (
		<label class="chip none">
			<input
				type="checkbox"
				aria-label={notApplicable === none ? none : `${none}: ${notApplicable}`}
				checked={taken}
				onChange={(event) => changed(event.currentTarget.checked ? null : undefined)}
			/>
			<span aria-hidden="true">{none}</span>
		</label>
	);
}

export function Control(props: ControlProps) {
	const { item, entry, changed, id, describedBy, invalid } = props;
	switch (item.kind) {
		case "vas":
			return (
				<Slider
					{...{ id, describedBy, invalid, changed }}
					value={typeof entry === "number" ? entry : null}
					min={item.min ?? 0}
					max={item.max ?? 100}
					step={item.step ?? 1}
					minLabel={item.minLabel ?? ""}
					maxLabel={item.maxLabel ?? ""}
				/>
			);
		case "likert":
			return <Likert {...props} />;
		case "number":
			return <NumberEntry {...props} />;
		case "choice":
			return isLong(item) ? <Combobox {...props} /> : <Choices {...props} type="radio" />;
		case "choices":
			return <Choices {...props} type="checkbox" />;
		case "ranking":
			return (
				<Ranking
					{...{ describedBy, changed }}
					options={item.options ?? []}
					order={orderIn(entry, item.options ?? [])}
				/>
			);
		case "text":
			return <TextEntry {...props} />;
		case "info":
			return null;
		default:
			return unreachable(item.kind);
	}
}

/** Only an order of the current options: a draft may be from another version. */
function orderIn(entry: unknown, options: NonNullable<ItemView["options"]>): readonly string[] | null {
	const whole = Array.isArray(entry) && entry.length === options.length;
	return whole && options.every(({ value }) => entry.includes(value)) ? entry : null;
}

/** The hint that follows from an item's limits. */
function hintOf({ kind, min, max }: ItemView): string {
	if (kind === "number") return rangeHint(min, max);
	if (kind === "choices") return takeHint(min, max);
	if (kind === "ranking") return texts.ranking.hint;
	return kind === "text" && min ? texts.form.writeAtLeast({ count: min }) : "";
}

function rangeHint(min: number | undefined, max: number | undefined): string {
	const { range } = texts.form;
	if (min !== undefined && max !== undefined) return range.between({ min, max });
	if (min !== undefined) return range.from({ min });
	return max === undefined ? "" : range.to({ max });
}

function takeHint(min: number | undefined, max: number | undefined): string {
	const { take } = texts.form;
	if (min !== undefined && min === max) return take.exactly({ count: min });
	if (min && max !== undefined) return take.between({ min, max });
	if (min) return take.from({ count: min });
	return max === undefined ? take.any : take.upTo({ count: max });
}
