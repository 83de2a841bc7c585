import type { ItemView } from "../../../../session/view/view-schema.ts";
import { useCount } from "../../components/count.ts";
import { numberText, studyTextAttributes } from "../../texts/catalogue.ts";
import type { Move } from "./ranking/moves.ts";

/** The new entry, and for a ranking the move. */
export type Changed = (entry: unknown, move?: Move) => void;

export type ControlProps = {
	readonly item: ItemView;
	readonly entry: unknown;
	readonly changed: Changed;
	readonly id: string;
	readonly describedBy: string;
	readonly invalid: boolean;
};

export function Likert({ item, entry, changed, id }: ControlProps) {
	const { min = 1, max = 7, minLabel = "", maxLabel = "" } = item;
	const points = Array.from({ length: max - min + 1 }, (_, place) => min + place);
	return (
		<div class={points.length > 7 ? "likert many" : "likert"}>
			<div class="points">
				{points.map((point) => (
					<label key={point} class="point">
						<input type="radio" name={id} value={point} checked={entry === point} onChange={() => changed(point)} />
						<span>{numberText(point)}</span>
						<span class="unseen">{point === min ? minLabel : point === max ? maxLabel : ""}</span>
					</label>
				))}
			</div>
			<div class="ends" aria-hidden="true">
				<span {...studyTextAttributes}>{minLabel}</span>
				<span {...studyTextAttributes}>{maxLabel}</span>
			</div>
		</div>
	);
}

export function NumberEntry({ item, entry, changed, id, describedBy, invalid }: ControlProps) {
	const { min, step, minLabel, maxLabel } = item;
	const whole = step !== undefined && Number.isInteger(step) && (min ?? -1) >= 0;
	return (
		<div>
			{minLabel || maxLabel ? (
				<p class="hint" {...studyTextAttributes}>
					{[minLabel, maxLabel].filter(Boolean).join(" – ")}
				</p>
			) : null}
			<input
				id={id}
				type="text"
				class="entry short"
				inputMode={whole ? "numeric" : min !== undefined && min >= 0 ? "decimal" : "text"}
				autocomplete="off"
				value={typeof entry === "string" ? entry : ""}
				aria-describedby={describedBy}
				aria-invalid={invalid}
				onInput={(event) => changed(event.currentTarget.value)}
			/>
		</div>
	);
}

export function Choices({ item, entry, changed, id, type }: ControlProps & { readonly type: "radio" | "checkbox" }) {
	const taken = Array.isArray(entry) ? entry : [entry];
	const pick = (value: string) => {
		if (type === "radio") return changed(value);
		const next = taken.includes(value) ? taken.filter((one) => one !== value) : [...taken, value];
		changed(next.filter((one) => one !== undefined && one !== null));
	};
	return (
		<div class="options">
			{(item.options ?? []).map(({ value, label }) => (
				<label key={value} class="option">
					<input type={type} name={id} value={value} checked={taken.includes(value)} onChange={() => pick(value)} />
					<span {...studyTextAttributes}>{label}</span>
				</label>
			))}
		</div>
	);
}

export function TextEntry({ item, entry, changed, id, describedBy, invalid }: ControlProps) {
	const { maxLength = 4000 } = item;
	const text = typeof entry === "string" ? entry : "";
	const count = useCount(text.length, maxLength);
	return (
		<div>
			<textarea
				id={id}
				class="entry"
				rows={maxLength > 200 ? 4 : 2}
				{...studyTextAttributes}
				value={text}
				aria-describedby={describedBy}
				aria-invalid={invalid}
				onInput={(event) => changed(event.currentTarget.value)}
			/>
			<p class="hint count">{count}</p>
		</div>
	);
}
