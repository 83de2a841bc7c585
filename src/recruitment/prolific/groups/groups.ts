import { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";
import { createdResponse } from "../api/created-response.ts";
import type { ProlificApi, ProlificFailure } from "../api/prolific-api.ts";

/** A participant group of Prolific, and how many ids were sent to it. An id that is a member already stays one. */
export type Grouped = { readonly id: string; readonly added: number };

/** `group`: the group that exists, without the rest of its members. Null if none was made. */
export type GroupFailure = {
	readonly failure: ProlificFailure;
	readonly group: string | null;
	readonly added: number;
};

/** A group belongs to a workspace, or to a project in older accounts. */
export type GroupPlace = { readonly workspace_id: string } | { readonly project_id: string };

/** Prolific takes some hundred ids in one request. */
const IDS_PER_REQUEST = 200;

export async function makeGroup(
	api: ProlificApi,
	{ name, place }: { readonly name: string; readonly place: GroupPlace },
	ids: readonly string[],
): Promise<Result<Grouped, GroupFailure>> {
	const json = { name, ...place };
	const group = await api.call("/participant-groups/", createdResponse, { method: "POST", json });
	return group.ok ? addToGroup(api, group.value.id, ids) : err({ failure: group.error, group: null, added: 0 });
}

/** Adds each id once, in parts. A part that is sent again changes nothing. */
export async function addToGroup(
	api: ProlificApi,
	group: string,
	ids: readonly string[],
): Promise<Result<Grouped, GroupFailure>> {
	const unique = [...new Set(ids)];
	const path = `/participant-groups/${encodeURIComponent(group)}/participants/`;
	for (let added = 0; added < unique.length; added += IDS_PER_REQUEST) {
		const json = { participant_ids: unique.slice(added, added + IDS_PER_REQUEST) };
		const answered = await api.call(path, z.unknown(), { method: "POST", json });
		if (!answered.ok) return err({ failure: answered.error, group, added });
	}
	return ok({ id: group, added: unique.length });
}

type Compared = {
	readonly participant: string;
	readonly submission: string | null;
	readonly exit: string | null;
	readonly findings: readonly string[];
};

/** Participants who completed here and whom Prolific knows. Test visits have no submission there. */
export const whoCompleted = (rows: readonly Compared[]): string[] => [
	...new Set(
		rows.flatMap(({ participant, submission, exit, findings }) =>
			exit === "completed" && participant && submission && !findings.includes("not_there") ? [participant] : [],
		),
	),
];
