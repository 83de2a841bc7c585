import { useId } from "preact/hooks";
import type { Pool } from "../pool-choice.tsx";
import { labellerOf, rememberLabeller } from "./done-texts.ts";
import { type Part, RUBRICS, type RubricName } from "./part.ts";

const MOST = 500;
const POOLS = { live: "live", pilot: "pilot", simulated: "simulated" } as const satisfies Record<
	Exclude<Pool, "all">,
	string
>;

export function ChoosePart({ study, onBegin }: { readonly study: string; readonly onBegin: (part: Part) => void }) {
	const id = useId();
	const begin = (event: SubmitEvent) => {
		event.preventDefault();
		const entered = new FormData(event.currentTarget as HTMLFormElement);
		const text = (name: string): string => String(entered.get(name) ?? "").trim();
		const rubric = (Object.keys(RUBRICS) as RubricName[]).find((name) => name === text("rubric"));
		const pool = Object.values(POOLS).find((name) => name === text("pool"));
		if (!rubric || !pool || text("labeller") === "") return;
		rememberLabeller(study, text("labeller"));
		onBegin({ rubric, pool, labeller: text("labeller"), units: Number(text("units")), seed: Number(text("seed")) });
	};
	return (
		<form class="labels-start" onSubmit={begin}>
			<p>
				Judge a random part of the texts yourself. The report then says how far judge models agree with people. You see
				what the participant saw, and neither labels nor arms.
			</p>
			<label for={`${id}-rubric`}>What to judge</label>
			<select id={`${id}-rubric`} name="rubric">
				{Object.entries(RUBRICS).map(([name, title]) => (
					<option key={name} value={name}>
						{title}
					</option>
				))}
			</select>
			<label for={`${id}-pool`}>Whose texts</label>
			<select id={`${id}-pool`} name="pool">
				{Object.values(POOLS).map((pool) => (
					<option key={pool}>{pool}</option>
				))}
			</select>
			<label for={`${id}-labeller`}>Your name or number</label>
			<input
				id={`${id}-labeller`}
				name="labeller"
				required
				maxLength={64}
				autocomplete="off"
				defaultValue={labellerOf(study)}
			/>
			<label for={`${id}-units`}>How many texts</label>
			<input id={`${id}-units`} name="units" type="number" min={1} max={MOST} defaultValue="60" required />
			<label for={`${id}-seed`}>Seed of the random part</label>
			<input
				id={`${id}-seed`}
				name="seed"
				type="number"
				min={0}
				defaultValue="1"
				required
				aria-describedby={`${id}-about`}
			/>
			<p id={`${id}-about`} class="fine">
				People with the same seed judge the same texts, which shows how far people agree. A larger number adds texts.
			</p>
			<button type="submit" class="button primary">
				Begin
			</button>
		</form>
	);
}
