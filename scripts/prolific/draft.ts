import { z } from "zod";
import type { ProlificExit } from "../../src/protocol/prolific/exits.ts";
import { type DraftFault, type DraftStudy, draftOf } from "../../src/recruitment/prolific/draft/draft.ts";
import type { Draft, DraftOptions } from "../../src/recruitment/prolific/draft/draft-schema.ts";
import { ProlificError } from "./prolific-error.ts";

/** The parts of `GET /v1/studies/{study}` that a draft needs. */
export const workerStudy = z
	.object({
		slug: z.string(),
		title: z.string(),
		links: z.object({ participant: z.string().nullable() }),
		protocol: z.object({
			duration: z.string().optional(),
			recruitment: z.object({
				quota: z.object({ total: z.number() }).optional(),
				prolific: z.object({ signed: z.boolean(), exits: z.record(z.string(), z.custom<ProlificExit>()) }).optional(),
			}),
		}),
	})
	.transform(({ slug, title, links, protocol }): DraftStudy => {
		const { quota, prolific } = protocol.recruitment;
		return { slug, title, link: links.participant, duration: protocol.duration, quota, prolific };
	});

export function draftFor(study: DraftStudy, options: DraftOptions): Draft {
	const drafted = draftOf(study, options);
	if (!drafted.ok) throw new ProlificError(SENTENCES[drafted.error]);
	return drafted.value;
}

const SENTENCES: Readonly<Record<DraftFault, string>> = {
	prolific: "The study does not recruit on Prolific: add recruitment.prolific to its protocol.",
	places: "How many places? Use --places, because the protocol has no quota.",
	minutes: "How long does the study take? Use --minutes, because the protocol has no duration.",
};
