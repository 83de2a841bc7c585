import type { MessageView } from "../../../../session/view/view-schema.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { reportOf } from "../../components/help/report-button.tsx";
import { TurnView } from "./turn.tsx";
import { type Conversation, turnsOf } from "./turns.ts";

type Props = {
	readonly layout: Conversation["layout"];
	readonly messages: readonly MessageView[];
	readonly label: string;
	readonly open?: boolean;
};

/** A past conversation to read again. Built when it is opened, because six of them are long. */
export function Transcript({ layout, messages, label, open = false }: Props) {
	return (
		<Disclosure label={label} class="transcript" open={open}>
			{() => (
				<div class="thread">
					{turnsOf(messages).map((turn, place) => (
						<TurnView key={place} layout={layout} turn={turn} foot={reportOf} />
					))}
				</div>
			)}
		</Disclosure>
	);
}
