import type { ItemView } from "../../../../session/view/view-schema.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { Battery } from "./battery.tsx";
import { Field } from "./field.tsx";
import type { Entries } from "./form-answers.ts";
import { blocksOf } from "./form-layout.ts";
import type { Move } from "./ranking/moves.ts";
import { shortLabels } from "./short-labels.ts";

/** The text of each item's fault. */
export type Faults = Readonly<Record<string, string>>;

/** The page of a long form, and the number of pages with the current answers. */
export const Paging = ({ at, of }: { readonly at: number; readonly of: number }) => (
	<div class="paging">
		<p class="eyebrow" role="status">
			{texts.form.page({ index: at + 1, of })}
		</p>
		<div class="segments" aria-hidden="true">
			{Array.from({ length: of }, (_, place) => (
				<i key={place} class={place <= at ? "past" : ""} />
			))}
		</div>
	</div>
);

type QuestionsProps = {
	readonly items: readonly ItemView[];
	readonly entries: Entries;
	readonly faults: Faults;
	readonly changed: (id: string, entry: unknown, move?: Move) => void;
};

export const Questions = ({ items, entries, faults, changed }: QuestionsProps) => (
	<>
		{blocksOf(items).map((block) =>
			block.kind === "battery" ? (
				<Battery key={block.items[0]?.id} {...block} entries={entries} faults={faults} changed={changed} />
			) : (
				<Field
					key={block.item.id}
					item={block.item}
					entry={entries[block.item.id]}
					fault={faults[block.item.id] ?? ""}
					changed={(entry, move) => changed(block.item.id, entry, move)}
				/>
			),
		)}
	</>
);

type MissingProps = { readonly items: readonly ItemView[]; readonly goTo: (id: string) => void };

/** Beside the button: the missing items. A tap leads to each. */
export function Missing({ items, goTo }: MissingProps) {
	const short = shortLabels(items.map(({ label }) => label));
	return items.length === 0 ? null : (
		<ul class="missing" aria-label={texts.form.missingHere}>
			{items.map(({ id }, index) => (
				<li key={id}>
					<button type="button" class="chip" onClick={() => goTo(id)}>
						<span {...studyTextAttributes}>{short[index]}</span>
					</button>
				</li>
			))}
		</ul>
	);
}
