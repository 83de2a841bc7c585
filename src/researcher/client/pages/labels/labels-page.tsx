import { useState } from "preact/hooks";
import { Empty } from "../../components/states.tsx";
import type { PageProps } from "../page-props.ts";
import { ChoosePart } from "./choose-part.tsx";
import { Judging } from "./judging.tsx";
import type { Part } from "./part.ts";

/** People judge a random part of the texts, without labels of arms, so that judge models can be compared with them. */
export function LabelsPage({ study, as }: PageProps) {
	const [part, setPart] = useState<Part | null>(null);
	const lacking = (["data:read", "simulations:write"] as const).filter((scope) => !as.scopes.includes(scope));
	if (lacking.length > 0)
		return (
			<Empty title="You cannot judge texts.">
				<p>
					Sign in with an API key that has the scope <code>{lacking.join(" and ")}</code>.
				</p>
			</Empty>
		);
	return part ? (
		<Judging study={study.slug} part={part} onEnd={() => setPart(null)} />
	) : (
		<ChoosePart study={study.slug} onBegin={setPart} />
	);
}
