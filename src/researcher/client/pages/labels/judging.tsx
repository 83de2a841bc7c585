import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Empty, Failed, When } from "../../components/states.tsx";
import { type Problem, problemOf, request, type Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { doneIn, rememberDone } from "./done-texts.ts";
import type { Part } from "./part.ts";
import { NOT_APPLICABLE, Questions } from "./questions.tsx";

type Texts = Schemas["TextsToLabel"];
type Unit = Texts["units"][number];

type JudgingProps = { readonly study: string; readonly part: Part; readonly onEnd: () => void };

export function Judging({ study, part, onEnd }: JudgingProps) {
	const { rubric, pool, units, seed } = part;
	const query = new URLSearchParams({ rubric, pool, units: String(units), seed: String(seed) });
	const { loaded, reload } = useData<Texts>(`/v1/studies/${study}/judgement-labels/texts?${query}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{(texts) => <OneByOne study={study} part={part} texts={texts} onEnd={onEnd} />}
		</When>
	);
}

function OneByOne({ study, part, texts, onEnd }: JudgingProps & { readonly texts: Texts }) {
	const [done, setDone] = useState(() => doneIn(study, part));
	const [problem, setProblem] = useState<Problem | null>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const own = new Set(texts.units.map(({ unit }) => unit));
	const unit = texts.units.find((one) => !done.has(one.unit));
	const judged = texts.units.filter((one) => done.has(one.unit)).length;
	useLayoutEffect(() => {
		heading.current?.focus();
		scrollTo(0, 0);
	}, [unit?.unit]);
	const markDone = (name: string) => {
		const next = new Set([...done, name]);
		rememberDone(study, part, next);
		setDone(next);
		setProblem(null);
	};
	const save = async (name: string, values: ReadonlyMap<string, string>) => {
		const lines = [...values].map(([item, value]) => ({
			...{ unit: name, item, labeller: part.labeller, value: value === NOT_APPLICABLE ? null : value },
		}));
		const path = `/v1/studies/${study}/judgement-labels?${new URLSearchParams({ rubric: part.rubric })}`;
		try {
			await request<Schemas["LabelReport"]>(path, "POST", lines.map((line) => JSON.stringify(line)).join("\n"));
			markDone(name);
		} catch (error) {
			setProblem(problemOf(error));
		}
	};
	const again = () => {
		const others = new Set([...done].filter((name) => !own.has(name)));
		rememberDone(study, part, others);
		setDone(others);
	};
	if (!unit)
		return (
			<Empty title={own.size === 0 ? "There is no text to judge." : "All texts of this part are done."}>
				<p>
					{own.size === 0
						? "No conversation of these participants has one yet."
						: `${texts.of} texts could be judged. The report has the agreement under “Judges”.`}
				</p>
				<div class="acts">
					<button type="button" class="button" onClick={onEnd}>
						Choose another part
					</button>
					{own.size > 0 && (
						<button type="button" class="button" onClick={again}>
							Judge these again
						</button>
					)}
				</div>
			</Empty>
		);
	return (
		<>
			<div class="quota">
				<progress max={own.size} value={judged} aria-label={`${judged} of ${own.size} texts are done`} />
			</div>
			<h2 ref={heading} tabIndex={-1}>
				Text {judged + 1} of {own.size}
			</h2>
			<p class="fine">{texts.task}</p>
			<Material unit={unit} />
			<Questions
				key={unit.unit}
				items={texts.items}
				failed={problem && <Failed problem={problem} />}
				onSave={(values) => save(unit.unit, values)}
				onSkip={() => markDone(unit.unit)}
				onEnd={onEnd}
			/>
		</>
	);
}

const WHO = { participant: "Participant", assistant: "Assistant" } as const;

const Material = ({ unit: { conversation, texts } }: { readonly unit: Unit }) => (
	<div class="label-material">
		{conversation.map(({ role, text }, place) => (
			<div key={place} class={`label-said ${role}`}>
				<p class="fine">{WHO[role]}</p>
				<p class="said">{text}</p>
			</div>
		))}
		{texts.map((text, place) => (
			<div key={place} class="label-judged">
				<p class="fine">{texts.length > 1 ? `To judge: the ${place === 0 ? "first" : "second"} reply` : "To judge"}</p>
				<p class="said">{text}</p>
			</div>
		))}
	</div>
);
