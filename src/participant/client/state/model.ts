import type { SessionView } from "../../../session/view/view-schema.ts";
import type { Reach } from "../net/connection.ts";

/** The text of a reply so far, in the display order of its candidates. */
export type LiveReply = readonly { readonly candidate: string; readonly text: string }[];

export type Trouble = "not_found" | "erased" | "broken";

/** All that the screen depends on: the server's view, and work in progress. */
export type Model = {
	readonly view: SessionView | null;
	readonly trouble: Trouble | null;
	readonly reach: Reach;
	/** An answer is being sent, or a reply is being read. */
	readonly busy: boolean;
	/** An answer that the server has not acknowledged yet. */
	readonly unsaved: boolean;
	/** A message that was sent and is not in the view yet. */
	readonly pending: string | null;
	/** Null if no reply is being written. */
	readonly live: LiveReply | null;
};
