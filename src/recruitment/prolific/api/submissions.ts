import { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";
import { statusOf } from "../incoming-webhook/submission-event.ts";
import type { ProlificApi, ProlificFailure } from "./prolific-api.ts";

/** A submission as Prolific lists it. */
export type Submission = {
	readonly id: string;
	readonly participant: string;
	readonly study: string;
	readonly status: string;
	/** The code that the participant entered. `NOCODE` if they pressed "no code". */
	readonly code: string | null;
	readonly startedAt: string | null;
	readonly completedAt: string | null;
	readonly minutes: number | null;
};

const listed = z.looseObject({
	id: z.string(),
	participant_id: z.string().nullish(),
	participant: z.string().nullish(),
	status: z.string(),
	study_code: z.string().nullish(),
	entered_code: z.string().nullish(),
	started_at: z.string().nullish(),
	completed_at: z.string().nullish(),
	time_taken: z.number().nullish(),
});

const page = z.looseObject({
	results: z.array(listed),
	meta: z.looseObject({ count: z.number().nullish() }).nullish(),
	_links: z.looseObject({ next: z.looseObject({ href: z.string().nullish() }).nullish() }).nullish(),
});

const PAGE_SIZE = 100;
/** 100,000 submissions. */
const MOST_PAGES = 1000;

/**
 * All submissions of a study. Pages are by number, so a submission that comes while we read moves others to the next page: a
 * submission that is listed twice counts once, and if the total changes or does not fit, everything is read again.
 */
export async function listSubmissions(
	api: ProlificApi,
	study: string,
	pageSize = PAGE_SIZE,
): Promise<Result<readonly Submission[], ProlificFailure>> {
	for (let tries = 0; tries < 3; tries += 1) {
		const read = await readPages(api, study, pageSize);
		if (!read.ok) return read;
		const { found, counts } = read.value;
		if (counts.every((count) => count === found.length)) return ok(found);
	}
	return err({ kind: "changing" });
}

/** `counts`: the total that each page stated. */
type Read = { readonly found: readonly Submission[]; readonly counts: readonly number[] };

async function readPages(api: ProlificApi, study: string, pageSize: number): Promise<Result<Read, ProlificFailure>> {
	const found = new Map<string, Submission>();
	const counts: number[] = [];
	for (let number = 1; number <= MOST_PAGES; number += 1) {
		const query = { study, page: String(number), page_size: String(pageSize), ordering: "started_at" };
		const read = await api.call("/submissions/", page, { query });
		// After the last page, some versions of such lists answer 404.
		if (!read.ok && read.error.kind === "not_found" && number > 1) break;
		if (!read.ok) return read;
		const { results, meta, _links } = read.value;
		const count = meta?.count ?? null;
		if (count !== null) counts.push(count);
		for (const each of results) found.set(each.id, submissionOf(study, each));
		if (results.length === 0 || _links?.next === null || _links?.next?.href === null) break;
		if (count !== null && found.size >= count) break;
	}
	return ok({ found: [...found.values()], counts });
}

function submissionOf(study: string, each: z.output<typeof listed>): Submission {
	const [startedAt, completedAt] = [each.started_at ?? null, each.completed_at ?? null];
	return {
		id: each.id,
		participant: each.participant_id ?? each.participant ?? "",
		study,
		status: statusOf(each.status),
		code: each.study_code ?? each.entered_code ?? null,
		startedAt,
		completedAt,
		minutes: each.time_taken ? each.time_taken / 60 : minutesBetween(startedAt, completedAt),
	};
}

export function minutesBetween(from: string | null, to: string | null): number | null {
	const ms = Date.parse(to ?? "") - Date.parse(from ?? "");
	return Number.isFinite(ms) ? ms / 60_000 : null;
}
