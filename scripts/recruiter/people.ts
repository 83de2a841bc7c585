import { randomBytes } from "node:crypto";
import type { Status } from "./outcomes.ts";

/** A submission as the mock recruiter shows it. */
export type MockSubmission = {
	readonly participant: string;
	readonly submission: string;
	readonly study: string;
	status: Status;
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

	/** Hands a submission in. False, without a change, if it was handed in or returned before. */
	complete(found: MockSubmission, { code, status }: Pick<MockSubmission, "code" | "status">): boolean {
		if (found.status !== "ACTIVE") return false;
		Object.assign(found, { status, code });
		return true;
	}
}

/** The landing link with these ids, as Prolific fills it in. */
export function landingLink(api: string, { study, participant, submission }: MockSubmission): string {
	const query = new URLSearchParams({ PROLIFIC_PID: participant, STUDY_ID: MOCK_STUDY, SESSION_ID: submission });
	return `${api}/p/${encodeURIComponent(study)}?${query}`;
}

/** Of all studies: the mock has one study on Prolific. */
export const MOCK_STUDY = "5f00000000000000000000aa";
