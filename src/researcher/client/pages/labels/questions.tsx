import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { words } from "../../components/format.ts";
import type { Schemas } from "../../net/api.ts";

type Item = Schemas["TextsToLabel"]["items"][number];

/** The value of an item that does not apply. No rubric has such a value. */
export const NOT_APPLICABLE = "(does not apply)";

type QuestionsProps = {
	readonly items: readonly Item[];
	/** The error of the last attempt. It is shown beside the button, because the form is longer than a screen. */
	readonly failed: ComponentChildren;
	readonly onSave: (values: ReadonlyMap<string, string>) => Promise<void>;
	readonly onSkip: () => void;
	readonly onEnd: () => void;
};

/** The items of a rubric. All need an answer before the form can be saved. */
export function Questions({ items, failed, onSave, onSkip, onEnd }: QuestionsProps) {
	const [isSaving, setSaving] = useState(false);
	const save = async (event: SubmitEvent) => {
		event.preventDefault();
		const entered = new FormData(event.currentTarget as HTMLFormElement);
		setSaving(true);
		await onSave(new Map(items.map(({ item }) => [item, String(entered.get(item))])));
		setSaving(false);
	};
	return (
		<form class="label-items" onSubmit={save}>
			{items.map((item) => (
				<Question key={item.item} item={item} />
			))}
			{failed}
			<div class="acts">
				<button type="submit" class="button primary" disabled={isSaving}>
					Save, and next
				</button>
				<button type="button" class="button" onClick={onSkip}>
					Skip
				</button>
				<button type="button" class="button quiet" onClick={onEnd}>
					Stop here
				</button>
			</div>
		</form>
	);
}

function Question({ item: { item, question, values, meanings, notApplicable } }: { readonly item: Item }) {
	const id = useId();
	const isScale = values.every((value) => typeof value === "number");
	const anchors = Object.entries(meanings);
	return (
		<fieldset class={isScale ? "label-scale" : "label-options"}>
			<legend>{question}</legend>
			{isScale && (
				<ul id={`${id}-anchors`} class="fine">
					{anchors.map(([value, means]) => (
						<li key={value}>
							{value}: {means}
						</li>
					))}
				</ul>
			)}
			<div class="label-values">
				{values.map((value) => (
					<label key={value}>
						<input
							type="radio"
							name={item}
							value={value}
							required
							{...(isScale && { "aria-describedby": `${id}-anchors` })}
						/>
						<span>{isScale ? value : words(String(value))}</span>
						{!isScale && meanings[String(value)] && <span class="fine"> {meanings[String(value)]}</span>}
					</label>
				))}
				{notApplicable && (
					<label>
						<input type="radio" name={item} value={NOT_APPLICABLE} required />
						<span>does not apply: {notApplicable}</span>
					</label>
				)}
			</div>
		</fieldset>
	);
}
