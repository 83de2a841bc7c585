import type { MessageView } from "../../../../session/view-schema.ts";
import { type Conversation, turnsOf } from "../state/turns.ts";
import { Disclosure } from "./disclosure.tsx";
import { TurnView } from "./turn.tsx";

type Props = {
	readonly layout: Conversation["layout"];
	readonly messages: readonly MessageView[];
	readonly label: string;
};

/** A conversation to be read again. Built when it is opened: six of them are long. */
export function Transcript({ layout, messages, label }: Props) {
	return (
		<Disclosure label={label} class="transcript">
			{() => (
				<div class="thread">
					{turnsOf(messages).map((turn, place) => (
						<TurnView key={place} layout={layout} turn={turn} />
					))}
				</div>
			)}
		</Disclosure>
	);
}
