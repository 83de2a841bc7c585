import type { HelpView, SessionView } from "../../../session/view/view-schema.ts";
import type { Answer, Api, Fault, ReportKind } from "../net/api.ts";
import { createConnection, type Reach } from "../net/connection.ts";
import { readReply } from "../net/reply.ts";
import { told as inTheirWords, texts } from "../texts/catalogue.ts";
import type { Drafts } from "./drafts.ts";
import { keepWayOut } from "./keep-exit.ts";
import { createTabs } from "./other-tabs.ts";
import { createSeenReplies, type SeenReplies } from "./seen-replies.ts";
import { createStore, type Store } from "./store.ts";

/** A reply as far as it has come, in the order in which its candidates are shown. */
export type LiveReply = readonly { readonly candidate: string; readonly text: string }[];

export type Trouble = "not_found" | "erased" | "broken";

/** What the screen is made of: the server's view, and what is under way. */
export type Model = {
	readonly view: SessionView | null;
	readonly trouble: Trouble | null;
	readonly reach: Reach;
	/** An answer is on its way, or a reply is being read. */
	readonly busy: boolean;
	/** An answer that the server has not acknowledged yet. */
	readonly unsaved: boolean;
	/** A message that was sent and is not in the view yet. */
	readonly pending: string | null;
	/** Null while none is being written here. */
	readonly live: LiveReply | null;
};

export type Flow = {
	readonly model: Store<Model>;
	readonly drafts: Drafts;
	readonly seen: SeenReplies;
	/** Posts the answer to the current step until the server has it. Gives the faults that it found; none when it took it. */
	readonly answer: (answer: object) => Promise<readonly Fault[]>;
	/** Stops the reply that is being shown. Gives whether the server was reached; the reply's stream then ends. */
	readonly stop: () => Promise<boolean>;
	readonly withdraw: (erase: boolean, reported?: ReportKind) => Promise<void>;
	/** Gives whether it was recorded. Changes nothing on the screen. */
	readonly report: (message: string, kind: ReportKind, note: string) => Promise<boolean>;
	readonly help: () => Promise<HelpView | null>;
	/** Asked for once: what comes when nobody waits for it any more would be a surprise. */
	readonly copy: () => Promise<unknown>;
	readonly start: () => Promise<void>;
};

type Parts = { readonly session: string; readonly api: Api; readonly drafts: Drafts };

/** One thing at a time. A look at the server gives way to an answer: without a network it would go on looking. */
type Work = { readonly cut: AbortController; readonly givesWay: boolean };

const AT_REST = { busy: false, unsaved: false, pending: null, live: null } as const;

/**
 * The loop of the contract: show the step, post the answer, show the next. Holds no state that the server does not have,
 * but for what is being typed.
 */
export function createFlow({ session, api, drafts }: Parts): Flow {
	const model = createStore<Model>({ view: null, trouble: null, reach: "fine", ...AT_REST });
	const connection = createConnection((reach) => {
		if (model.get().reach !== reach) model.set({ reach });
	});
	const seen = createSeenReplies(drafts, Date.now);
	const tabs = createTabs(session, () => void catchUp());
	/** The one thing that is under way. A second tap finds it and does nothing. */
	let under: Work | null = null;
	/** Whether the last attempt to leave came through: what it cut off waits for that. */
	let leaving: Promise<boolean> = Promise.resolve(false);

	function show(view: SessionView): void {
		const before = model.get().view;
		drafts.keepOnly(view.step ? draftScope(view) : "");
		model.set({ view, trouble: null, pending: null, live: null, unsaved: false });
		if (before && before.step?.id !== view.step?.id) tabs.tell();
	}

	function settle(answer: Answer): void {
		if (answer.kind === "view") show(answer.view);
		else if (answer.kind === "problem") stop(answer.problem.status === 410 ? "erased" : "not_found");
	}

	function stop(trouble: Trouble): void {
		// What somebody had deleted elsewhere is not to stay here.
		if (trouble === "erased") drafts.keepOnly("");
		model.set({ trouble, ...AT_REST });
	}

	const refresh = async (signal?: AbortSignal): Promise<void> =>
		settle(await connection.reach(() => api.view(), signal));

	/** Gives whether it was cut off. */
	async function undertake(work: (signal: AbortSignal) => Promise<void>, givesWay = false): Promise<boolean> {
		if (under && (givesWay || !under.givesWay)) return false;
		under?.cut.abort();
		const cut = new AbortController();
		const mine: Work = { cut, givesWay };
		under = mine;
		if (!givesWay) model.set({ busy: true });
		try {
			await work(cut.signal);
		} catch (error) {
			if (cut.signal.aborted) return true;
			stop("broken");
			throw error;
		} finally {
			if (under === mine) {
				under = null;
				model.set({ busy: false });
			}
		}
		// What the work has shown may be a reply that somebody else's answer began.
		if (under === null && model.get().view?.step?.kind === "generating") await follow();
		return false;
	}

	async function answer(given: object, step = model.get().view?.step?.id): Promise<readonly Fault[]> {
		let faults: readonly Fault[] = [];
		let taken = false;
		const cutOff = await undertake(async (signal) => {
			if (!step) return;
			model.set({ unsaved: true, ...begun(given) });
			let sent: string[] = [];
			const answered = await connection.reach(() => {
				const unsent = tells(given) ? seen.unsent() : {};
				sent = Object.keys(unsent.seen ?? {});
				return api.answer(step, { ...given, ...unsent }, signal);
			}, signal);
			taken = true;
			if (answered.kind !== "problem") seen.markSent(sent);
			model.set({ unsaved: false });
			if (answered.kind === "stream") {
				tabs.tell();
				await read(step, answered.response, signal);
			} else if (answered.kind === "view") show(answered.view);
			else if (answered.problem.status === 409) {
				await refresh(signal);
				faults = unsent(given, model.get().view);
			} else if (answered.problem.errors.length > 0) {
				faults = answered.problem.errors.map((fault) => ({ ...fault, detail: inTheirWords(fault.detail) }));
				model.set(AT_REST);
			} else settle(answered);
		});
		// Somebody tried to leave meanwhile and could not: what they had sent before is still to be saved.
		if (cutOff && !taken && !(await leaving)) return answer(given, step);
		return faults;
	}

	/** A reply that is being written although nobody here has just asked for it: after a reload, or in another tab. */
	const follow = () =>
		undertake(async (signal) => {
			const step = model.get().view?.step;
			if (step?.kind !== "generating") return;
			model.set({ live: [] });
			await read(step.id, null, signal);
		});

	async function read(step: string, first: Response | null, signal: AbortSignal): Promise<void> {
		const next = await readReply({
			first,
			sink: { restart: () => model.set({ live: [] }), open, add },
			signal,
			follow: (lastEventId) => connection.reach(() => api.follow(step, lastEventId, signal), signal),
		});
		if (next) show(next);
		else await refresh(signal);
	}

	function open(candidate: string): void {
		const live = model.get().live ?? [];
		if (live.some((reply) => reply.candidate === candidate)) return;
		model.set({ live: [...live, { candidate, text: "" }] });
	}

	function add(candidate: string, delta: string): void {
		if ((model.get().live ?? []).every(({ text }) => text === "")) performance.mark("reply-arrived");
		open(candidate);
		const live = (model.get().live ?? []).map((reply) =>
			reply.candidate === candidate ? { candidate, text: reply.text + delta } : reply,
		);
		model.set({ live });
	}

	/** Another tab, or this one before it was frozen, may have gone on. */
	async function catchUp(): Promise<void> {
		if (document.visibilityState !== "visible" || under || !model.get().view) return;
		await undertake(async (signal) => {
			const seen = await connection.reach(() => api.view(), signal);
			if (seen.kind !== "view" || isNews(seen.view)) settle(seen);
		}, true);
	}

	const isNews = (seen: SessionView): boolean => {
		const { view } = model.get();
		return seen.step?.id !== view?.step?.id || seen.status !== view?.status;
	};

	async function leave(erase: boolean, reported?: ReportKind): Promise<void> {
		// First, or the reply that is being read would end by itself and say that the session is gone.
		under?.cut.abort(new Error("left"));
		under = null;
		const before = model.get().view;
		const left = await api.withdraw(erase, reported);
		model.set(AT_REST);
		settle(left.kind === "view" ? { ...left, view: keepWayOut(left.view, before) } : left);
		tabs.tell();
	}

	return {
		model,
		drafts,
		seen,
		answer: (given) => answer(given),
		copy: api.copy,
		report: api.report,
		help: api.help,
		async stop() {
			const step = model.get().view?.step?.id;
			return step !== undefined && (await api.stop(step).catch(() => false));
		},
		async withdraw(erase, reported) {
			const left = leave(erase, reported);
			leaving = left.then(
				() => true,
				() => false,
			);
			if (!(await leaving)) void undertake(refresh, true);
			await left;
		},
		async start() {
			document.addEventListener("visibilitychange", () => void catchUp());
			addEventListener("pageshow", (event) => void (event.persisted && catchUp()));
			await undertake(refresh);
		},
	};
}

/** Consent and another try come with nothing that was read. */
const tells = (given: object): boolean => !("accept" in given) && !("retry" in given);

/** Another tab was faster: what was written here and is not what was sent there must not be gone. */
const unsent = (given: object, view: SessionView | null): readonly Fault[] => {
	const kept = !("text" in given) || view?.conversation?.messages.some(({ text }) => text === given.text);
	return kept ? [] : [{ pointer: "/text", detail: texts.chat.otherTab }];
};

/** What is shown at once, before the server has said a word. */
const begun = (given: object): Partial<Model> => {
	if ("text" in given && typeof given.text === "string") return { pending: given.text, live: [] };
	return "retry" in given ? { live: [] } : {};
};

/** The drafts of one conversation live as long as it does, for what is typed while a reply is written has no step yet. */
export function draftScope({ step, conversation }: SessionView): string {
	if (!step) return "";
	const inChat = step.kind !== "form" && step.kind !== "consent" && conversation;
	return inChat ? `chat:${conversation.index}:` : step.id;
}
