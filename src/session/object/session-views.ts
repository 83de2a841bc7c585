import type { Env } from "../../env.ts";
import { originOf } from "../../protocol/schema/formats/origin.ts";
import { returnPrefix } from "../../protocol/schema/recruitment.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { inForce, type StartedState, type Study } from "../domain/state.ts";
import type { PageSetting, SessionRefusal } from "../session-client.ts";
import { erasedView, view } from "../view/view.ts";
import type { SessionView } from "../view/view-schema.ts";
import type { LiveSession } from "./live-session.ts";
import { ReturnKey } from "./return-key.ts";
import type { SessionWork } from "./session-work.ts";

type SessionViewsDeps = {
	readonly live: LiveSession;
	readonly env: Env;
	/** Null before the session was started. */
	readonly work: () => SessionWork | null;
};

/** What others may see of a session. Nothing here changes its state or checks a caller. */
export class SessionViews {
	readonly #live: LiveSession;
	readonly #work: SessionViewsDeps["work"];
	readonly #returnKey: ReturnKey;

	constructor({ live, env, work }: SessionViewsDeps) {
		this.#live = live;
		this.#work = work;
		this.#returnKey = new ReturnKey(env, live.meta);
	}

	/** The participant's view. It is made without waiting, so the key that signs the return to a survey has to be read before. */
	view(): Result<SessionView, SessionRefusal> {
		return this.show((study, state) => {
			this.#work()?.replies.shown(state);
			const sign = this.#returnKey.signerOf(state.facts, returnPrefix(inForce(study, state).protocol.recruitment));
			return view(study, state, sign);
		});
	}

	/** The same, or of an erased session the view that says so. */
	viewOrErasure(): Result<SessionView, SessionRefusal> {
		const { study, state } = this.#live;
		return study && state.status === "erased" ? ok(erasedView(study, state.tombstone)) : this.view();
	}

	/** What `of` makes of the session. */
	show<T>(of: (study: Study, state: StartedState) => T): Result<T, SessionRefusal> {
		const { study, state } = this.#live;
		if (!study || state.status === "new") return err({ kind: "not_started" });
		return state.status === "erased" ? err({ kind: "erased" }) : ok(of(study, state));
	}

	/** What the page needs before it knows the participant. */
	setting(): PageSetting | null {
		const { study, state } = this.#live;
		if (!study) return null;
		const { language, recruitment, texts = {} } = ("facts" in state ? inForce(study, state) : study).protocol;
		// A protocol from before origins were checked may hold what no header may carry.
		const embedOrigins = recruitment.embedOrigins.flatMap((url) => originOf(url) ?? []);
		return { language, embedOrigins, texts };
	}

	async refreshReturnKey(): Promise<void> {
		const { state } = this.#live;
		if ("facts" in state) await this.#returnKey.refresh(state.facts, Date.now());
	}
}
