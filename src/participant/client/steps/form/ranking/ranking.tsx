import { useEffect, useRef } from "preact/hooks";
import type { ItemView } from "../../../../../session/view/view-schema.ts";
import { useStage } from "../../../components/step-context.ts";
import { lettered, studyTextAttributes, texts } from "../../../texts/catalogue.ts";
import { Transcript } from "../../conversation/transcript.tsx";
import type { Move } from "./moves.ts";
import { Recognition } from "./recognition.tsx";
import { sortable } from "./sortable.ts";

type Option = NonNullable<ItemView["options"]>[number];

type Props = {
	readonly options: readonly Option[];
	/** Null until the participant moved something or confirmed the order. */
	readonly order: readonly string[] | null;
	readonly describedBy: string;
	readonly changed: (order: readonly string[], move?: Move) => void;
};

/**
 * Cards to put in order, by a handle with finger or mouse, or with buttons. The initial order is no answer: places
 * appear only after a move or a confirmation.
 */
export function Ranking({ options, order, describedBy, changed }: Props) {
	const { voice } = useStage();
	const list = useRef<HTMLOListElement>(null);
	const values = order ?? options.map(({ value }) => value);
	const cards = values.flatMap((value) => options.find((option) => option.value === value) ?? []);
	const known = useRef({ values, place });
	known.current = { values, place };

	useEffect(() => {
		if (!list.current) return;
		return sortable(list.current, (from, to) => known.current.place(known.current.values[from] ?? "", to));
	}, []);

	function place(value: string, to: number): void {
		if (to < 0 || to >= values.length) return;
		const others = values.filter((other) => other !== value);
		const option = options.find((one) => one.value === value);
		const move = { value, from: values.indexOf(value) + 1, to: to + 1 };
		changed([...others.slice(0, to), value, ...others.slice(to)], move);
		if (option) voice.say(texts.ranking.moved({ label: nameOfOption(option), place: to + 1, of: values.length }));
	}

	return (
		<div>
			<ol class="ranking" ref={list} aria-describedby={describedBy}>
				{cards.map((option, at) => (
					<Card
						key={option.value}
						option={option}
						place={order ? at + 1 : null}
						first={at === 0}
						last={at === cards.length - 1}
						move={(by) => place(option.value, at + by)}
					/>
				))}
			</ol>
			{order ? null : (
				<button type="button" class="button secondary" onClick={() => changed(values)}>
					{texts.ranking.confirm}
				</button>
			)}
		</div>
	);
}

type CardProps = {
	readonly option: Option;
	readonly place: number | null;
	readonly first: boolean;
	readonly last: boolean;
	readonly move: (by: -1 | 1) => void;
};

function Card({ option, place, first, last, move }: CardProps) {
	const name = nameOfOption(option);
	return (
		<li class="ranked" data-value={option.value}>
			<div class="ranked-row">
				<span class="handle" aria-hidden="true">
					⠿
				</span>
				<span class="place" aria-hidden="true">
					{place ?? "–"}
				</span>
				<span class="name" {...(isNeutral(option) ? { dir: "auto" } : studyTextAttributes)}>
					{name}
				</span>
				{/* Not `disabled` at the ends: the focus would be lost. */}
				<button
					type="button"
					class="button secondary arrow"
					aria-label={texts.ranking.up({ label: name })}
					aria-disabled={first}
					onClick={() => move(-1)}
				>
					↑
				</button>
				<button
					type="button"
					class="button secondary arrow"
					aria-label={texts.ranking.down({ label: name })}
					aria-disabled={last}
					onClick={() => move(1)}
				>
					↓
				</button>
			</div>
			<Recognition option={option} />
			{option.transcript ? (
				<Transcript
					layout={option.transcript.layout}
					messages={option.transcript.messages}
					label={texts.form.transcriptOf({ name })}
				/>
			) : null}
		</li>
	);
}

const isNeutral = ({ conversation, candidate }: Option): boolean =>
	conversation !== undefined || candidate !== undefined;

/** The app translates neutral names. Names from the study stay. */
function nameOfOption({ label, conversation, candidate }: Option): string {
	if (candidate !== undefined) return texts.chat.named(lettered(candidate));
	return conversation === undefined ? label : texts.ranking.conversation({ number: conversation });
}
