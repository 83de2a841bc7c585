import { useEffect, useState } from "preact/hooks";
import type { HelpView } from "../../../../session/view/view-schema.ts";
import { useStage } from "../step-context.ts";

type Asked = { readonly help: HelpView | null; readonly failed: boolean; readonly again: () => void };

/** The server's help, requested when the participant opens it. */
export function useHelp(): Asked {
	const { flow } = useStage();
	const [help, setHelp] = useState<HelpView | null>(null);
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		let wanted = true;
		setFailed(false);
		flow.help().then(
			(found) => {
				if (wanted) setHelp(found);
				if (wanted) setFailed(found === null);
			},
			() => wanted && setFailed(true),
		);
		return () => {
			wanted = false;
		};
	}, [attempt]);
	return { help, failed, again: () => setAttempt((before) => before + 1) };
}
