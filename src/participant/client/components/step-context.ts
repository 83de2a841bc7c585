import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Flow } from "../state/flow.ts";
import type { Voice } from "../state/screen-reader.ts";

/** The context of every step. */
export type Stage = {
	readonly session: string;
	readonly flow: Flow;
	readonly voice: Voice;
	/** In a frame of another site, which then redirects instead of the app. */
	readonly embedded: boolean;
	/** In a walk nothing is saved, so leaving loses nothing. */
	readonly isWalk: boolean;
};

export const StageContext = createContext<Stage | null>(null);

export function useStage(): Stage {
	const stage = useContext(StageContext);
	if (!stage) throw new Error("a step outside of its stage");
	return stage;
}
