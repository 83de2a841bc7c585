import { randomBytes } from "node:crypto";

/** A submission as the mock recruiter shows it, with Prolific's names of statuses. */
export type MockSubmission = {
	readonly participant: string;
	readonly submission: string;
	readonly study: string;
	status: "ACTIVE" | "AWAITING REVIEW" | "RETURNED";
	code: string | null;
};

/** 24 hexadecimal digits, as Prolific's ids. */
export const newId = (): string => randomBytes(12).toString("hex");

/** The submissions of this run, the newest first. In memory only. */
export class People {
	readonly #all: MockSubmission[] = [];

	all(): readonly MockSubmission[] {
		return this.#all;
	}

	take(study: string, participant: string = newId()): MockSubmission {
		const taken: MockSubmission = { participant, submission: newId(), study, status: "ACTIVE", code: null };
		this.#all.unshift(taken);
		return taken;
	}

	find(submission: string | undefined): MockSubmission | undefined {
		return this.#all.find((each) => each.submission === submission);
	}

	complete(submission: string | undefined, code: string): MockSubmission | undefined {
		const found = this.find(submission);
		if (found?.status === "ACTIVE") Object.assign(found, { status: "AWAITING REVIEW", code });
		return found;
	}
}

/** The landing link with these ids, as Prolific fills it in. */
export function landingLink(api: string, { study, participant, submission }: MockSubmission): string {
	const query = new URLSearchParams({ PROLIFIC_PID: participant, STUDY_ID: MOCK_STUDY, SESSION_ID: submission });
	return `${api}/p/${encodeURIComponent(study)}?${query}`;
}

/** Of all studies: the mock has one study on Prolific. */
export const MOCK_STUDY = "5f00000000000000000000aa";
