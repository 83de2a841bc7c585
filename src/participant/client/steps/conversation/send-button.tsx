import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { texts } from "../../texts/catalogue.ts";

type Props = {
	/** There is a message, and it is not too long. */
	readonly isSendable: boolean;
	/** A press sends nothing now. */
	readonly refuses: boolean;
	/** Stops the reply that is being shown. Returns whether the server was reached. Null: there is none that may be stopped. */
	readonly stop: (() => Promise<boolean>) | null;
	/** Called with a press that stops. */
	readonly onStop: () => void;
};

/**
 * Sends by submitting the form around it. While a reply may be stopped, it stops the reply. It is one element and never
 * `disabled`, so that it keeps the focus when the reply ends by itself.
 */
export function SendButton({ isSendable, refuses, stop, onStop }: Props) {
	const stopping = useStopping(stop);
	return (
		<button
			type={stopping ? "button" : "submit"}
			class={!stopping && !isSendable ? "button primary disc idle" : "button primary disc"}
			aria-label={stopping ? texts.chat.stop : texts.chat.send}
			aria-disabled={stopping ? stopping.busy : refuses}
			onClick={() => {
				if (!stopping) return;
				stopping.press();
				onStop();
			}}
		>
			<Icon name={stopping ? "stop" : "send"} />
		</button>
	);
}

type Stopping = { readonly busy: boolean; readonly press: () => void };

/** Null if nothing can be stopped. After a press it stays until the reply ends, unless the server was not reached. */
function useStopping(stop: Props["stop"]): Stopping | null {
	const [busy, setBusy] = useState(false);
	const possible = stop !== null;
	useEffect(() => setBusy(false), [possible]);
	if (!stop) return null;
	const press = () => {
		if (busy) return;
		setBusy(true);
		void stop().then((reached) => reached || setBusy(false));
	};
	return { busy, press };
}
