import type { Protocol } from "../schema/schema.ts";
import { type Warning, warningIf } from "./warning.ts";

export const blindingWarnings = ({ blinding }: Protocol): Warning[] =>
	warningIf(
		blinding.level === "double" && blinding.pace === "as-is",
		"pace_as_is",
		["blinding", "pace"],
		"Replies appear as fast as their models write, and their times can tell arms apart. Set a pace, or make the study single blind.",
	);
