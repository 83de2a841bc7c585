import type { Layout } from "./studies.ts";

export type AnswerKind = "consent" | "form" | "message" | "choice" | "end" | "retry";

/** An answer that a participant sent, and whether the server acknowledged it. */
export type SentAnswer = {
	readonly participant: string;
	readonly session: string;
	readonly step: string;
	readonly kind: AnswerKind;
	/** 1-based, as the view counts. */
	readonly conversation: number | null;
	readonly turn: number | null;
	readonly form: string | null;
	readonly answer: unknown;
	acknowledged: boolean;
};

/** A whole text that a participant was shown. */
export type ShownText = {
	readonly participant: string;
	readonly session: string;
	readonly conversation: number;
	readonly turn: number;
	readonly slot: string;
	readonly text: string;
	/** Read from a stream to its end, over all its pieces, or from a view. */
	readonly by: "stream" | "view";
};

export type End = "active" | "completed" | "screened_out" | "failed_checks" | "declined" | "withdrawn" | "erased";

/** An enrolled participant, and how their session ended. */
export type Person = {
	readonly participant: string;
	readonly layout: Layout;
	readonly session: string;
	readonly expected: End;
	/** The status that they were shown last. */
	status: string;
};

export type Violation = { readonly rule: string; readonly who: string; readonly detail: string };

/** The client ledger: what participants sent, what was acknowledged, what they were shown. */
export class Ledger {
	readonly people: Person[] = [];
	readonly answers: SentAnswer[] = [];
	readonly violations: Violation[] = [];
	readonly #shown = new Map<string, ShownText>();

	/** Call this once, before the first attempt. Repeats send the same answer. */
	sent(answer: Omit<SentAnswer, "acknowledged">): SentAnswer {
		const entry: SentAnswer = { ...answer, acknowledged: false };
		this.answers.push(entry);
		return entry;
	}

	get shown(): readonly ShownText[] {
		return [...this.#shown.values()];
	}

	/** A text that was shown whole never changes. */
	show(shown: ShownText): void {
		const { participant, conversation, turn, slot, text } = shown;
		const key = JSON.stringify([participant, conversation, turn, slot]);
		const before = this.#shown.get(key);
		if (before && before.text !== text)
			this.fault("a shown text stays", participant, `${key}: ${JSON.stringify([before, shown])}`);
		if (!before) this.#shown.set(key, shown);
	}

	fault(rule: string, who: string, detail: string): void {
		this.violations.push({ rule, who, detail: detail.slice(0, 600) });
	}
}
