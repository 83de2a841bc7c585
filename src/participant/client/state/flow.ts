import type { HelpView, SessionView } from "../../../session/view/view-schema.ts";
import type { Answer, Api, Fault, ReportKind } from "../net/api.ts";
import { createConnection } from "../net/connection.ts";
import { readReply } from "../net/reply.ts";
import { localisedFault, texts } from "../texts/catalogue.ts";
import { type Drafts, draftScope } from "./drafts.ts";
import { keepWayOut } from "./keep-exit.ts";
import { liveReply } from "./live-reply.ts";
import type { Model, Trouble } from "./model.ts";
import { createTabs } from "./other-tabs.ts";
import { createSeenReplies, type SeenReplies } from "./seen-replies.ts";
import { createStore, type Store } from "./store.ts";

export type Flow = {
	readonly model: Store<Model>;
	readonly drafts: Drafts;
	readonly seen: SeenReplies;
	/**
	 * Posts the answer to the current step until the server has it. Returns the server's faults; empty if it accepted
	 * the answer.
	 */
	readonly answer: (answer: object) => Promise<readonly Fault[]>;
	/** Stops the reply that is being shown. Returns whether the server was reached. The reply's stream then ends. */
	readonly stop: () => Promise<boolean>;
	readonly withdraw: (erase: boolean, reported?: ReportKind) => Promise<void>;
	/** Returns whether the report was recorded. The screen stays the same. */
	readonly report: (message: string, kind: ReportKind, note: string) => Promise<boolean>;
	readonly help: () => Promise<HelpView | null>;
	/** Requested once, not repeated: a late download would surprise the participant. */
	readonly copy: () => Promise<unknown>;
	readonly start: () => Promise<void>;
};

type Parts = { readonly session: string; readonly api: Api; readonly drafts: Drafts };

/** Only one at a time. An answer cancels a refresh, which would otherwise retry for ever while offline. */
type Work = { readonly cut: AbortController; readonly givesWay: boolean };

const AT_REST = { busy: false, unsaved: false, pending: null, live: null } as const;

/** The loop of the contract: show the step, post the answer, show the next. Only drafts are state that the server lacks. */
export function createFlow({ session, api, drafts }: Parts): Flow {
	const model = createStore<Model>({ view: null, trouble: null, reach: "fine", ...AT_REST });
	const connection = createConnection((reach) => {
		if (model.get().reach !== reach) model.set({ reach });
	});
	const seen = createSeenReplies(drafts, Date.now);
	const tabs = createTabs(session, () => void catchUp());
	/** The work in progress. A second tap finds it and does nothing. */
	let under: Work | null = null;
	/** Whether the last withdrawal reached the server. An answer that it interrupted waits for this. */
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
		// The participant deleted the data elsewhere, so the drafts here go too.
		if (trouble === "erased") drafts.keepOnly("");
		model.set({ trouble, ...AT_REST });
	}

	const refresh = async (signal?: AbortSignal): Promise<void> =>
		settle(await connection.reach(() => api.view(), signal));

	/** Returns whether the work was interrupted. */
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
		// The view may show a reply that another tab requested.
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
				faults = answered.problem.errors.map((fault) => ({ ...fault, detail: localisedFault(fault.detail) }));
				model.set(AT_REST);
			} else settle(answered);
		});
		// A withdrawal interrupted this answer and then failed, so the answer is sent again.
		if (cutOff && !taken && !(await leaving)) return answer(given, step);
		return faults;
	}

	/** Follows a reply that this page did not request: after a reload, or from another tab. */
	const follow = () =>
		undertake(async (signal) => {
			const step = model.get().view?.step;
			if (step?.kind !== "generating") return;
			model.set({ live: [] });
			await read(step.id, null, signal);
		});

	async function read(step: string, first: Response | null, signal: AbortSignal): Promise<void> {
		const sink = liveReply(model);
		const next = await readReply({
			first,
			sink,
			signal,
			follow: (lastEventId) => connection.reach(() => api.follow(step, lastEventId, signal), signal),
		}).finally(sink.end);
		if (next) show(next);
		else await refresh(signal);
	}

	/** Another tab may have continued the session, or this tab was frozen. */
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
		// First: otherwise the reply being read would end by itself and report that the session is gone.
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

/** Consent and retry answers carry no seen replies. */
const tells = (given: object): boolean => !("accept" in given) && !("retry" in given);

/** Another tab answered first. If its text differs, keep this tab's text. */
const unsent = (given: object, view: SessionView | null): readonly Fault[] => {
	const kept = !("text" in given) || view?.conversation?.messages.some(({ text }) => text === given.text);
	return kept ? [] : [{ pointer: "/text", detail: texts.chat.otherTab }];
};

/** Shown at once, before the server answers. */
const begun = (given: object): Partial<Model> => {
	if ("text" in given && typeof given.text === "string") return { pending: given.text, live: [] };
	return "retry" in given ? { live: [] } : {};
};
