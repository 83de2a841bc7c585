import { beforeAll, describe, expect, it } from "vitest";
import { dump, functionsOfTheLabel, ofStudy, type Relation } from "../d1/database-dump.ts";
import { keyWith } from "../http/http.ts";
import { operations } from "../http/operations.ts";
import { enrol, openStudy, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../http/worker.ts";
import { callInEveryWay, filled, fillersOf, MOVES } from "./leak-calls.ts";
import { guessing, IDENTITIES, type Layout, people, type Study, studyOf, TRADE } from "./leak-study.ts";
import { logged } from "./log.ts";
import { found, type Recorded, recording } from "./recording.ts";

const DOCUMENTS = ["/openapi.json", "/schemas/", "/docs", "/problems/"];

/** Sends every request to a double-blind study in this layout, and searches all responses, rows and lines of the log for arms. */
export const itLeaksNothing = (layout: Layout): unknown =>
	describe(`a double-blind study in the layout ${layout}`, () => {
		const slug = `leaks-${layout}`;
		const participant = recording();
		const researcher = recording();
		let study: Study;
		let byParticipant: Recorded[] = [];
		let byResearcher: Recorded[] = [];
		let relations: Relation[] = [];

		beforeAll(async () => {
			await openStudy(researcher.fetch, KEY, guessing(slug, layout));
			const all = await people(slug, participant.fetch);
			const active = await enrol(fetchWorker, KEY, slug, "active");
			await walk(participant.fetch, active, (view) => view.step?.kind === "message");
			const strange = await keyWith("simulations:write");
			const ordered = [...operations].sort(
				(one, other) => Number(MOVES.test(one.template)) - Number(MOVES.test(other.template)),
			);
			for (const operation of ordered) {
				const { fetch } = operation.scope === null ? participant : researcher;
				// All other responses are the same for every caller: missing things, documents, the landing page.
				const others = operation.template.includes("{session}") ? all : [];
				const paths = filled(operation.template, fillersOf(slug, active));
				await callInEveryWay(fetch, operation, [...new Set([...paths, operation.path])], active, strange);
				for (const who of others)
					await callInEveryWay(fetch, operation, filled(operation.template, fillersOf(slug, who)), who, strange);
			}
			for (const { session } of [...all, active]) await drain(session);
			study = await studyOf(slug);
			[byParticipant, byResearcher] = await Promise.all([participant.sent(), researcher.sent()]);
			relations = ofStudy(await dump(), study);
		});

		it("was tested on every route of the router", () => {
			expect(study.live).toHaveLength(2);
			expect(study.labels).toHaveLength(6);
			const templates = operations.map(({ method, path }) => `${method} ${path}`);
			const asked = new Set([...byParticipant, ...byResearcher].map(({ request }) => request));
			expect(templates.filter((request) => !asked.has(request))).toEqual([]);
			expect(byParticipant.length + byResearcher.length).toBeGreaterThan(500);
		});

		it("names no arm and no model in any byte of any response or refusal", () => {
			expect(found([...byParticipant, ...byResearcher], IDENTITIES)).toEqual([]);
		});

		it("shows participants no label and no server either", () => {
			const study_ = byParticipant.filter(({ request }) => !DOCUMENTS.some((path) => request.includes(path)));
			expect(found(study_, [...TRADE, ...study.labels.map((label) => `"${label}"`)])).toEqual([]);
		});

		it("names no model's server in any response about the study", () => {
			// These describe the column `provider`. The packed tables are searched as single exports.
			const exported = byResearcher
				.filter(
					({ request }) =>
						!/exports\/(datapackage\.json|model-calls|all\.zip|codebook\.html)|\/adapters|\/profiles/.test(request),
				)
				// PRISM's column must exist, without information.
				.map(({ request, answer }) => ({ request, answer: answer.replaceAll('"model_provider":"blinded"', "") }));
			expect(found(exported, TRADE)).toEqual([]);
		});

		it("writes no arm, label, model or message into the log", () => {
			const lines = logged.map((answer) => ({ request: "the log", answer }));
			const said = ["What should I cook", "You asked about", ...study.labels.map((label) => `"${label}"`)];
			expect(found(lines, [...IDENTITIES, ...TRADE, ...said])).toEqual([]);
		});

		it("has no arm, model or server text in any table or view of D1", () => {
			const text = relations.map(({ name, rows: all }) => ({
				request: name,
				answer: JSON.stringify(all.map(Object.values)),
			}));
			expect(found(text, [...IDENTITIES, ...TRADE])).toEqual([]);
			expect(relations.filter(({ rows: all }) => all.length > 0).length).toBeGreaterThan(12);
		});

		it("fills no revealing column in any table or view", () => {
			const telling =
				/(^|_)(arm|model|served|provider|tokens?|frame_ms|finish_reason|failure|cost|currency|prompt|attempt|revealed|unblinded)(_|$)/;
			const filledColumns = relations.flatMap(({ name, rows: all }) =>
				Object.keys(all[0] ?? {})
					.filter((column) => telling.test(column) && all.some((row) => row[column] !== null))
					.map((column) => `${name}.${column}`),
			);
			expect(filledColumns).toEqual([]);
		});

		it("writes one sealed row for each candidate, all with the same length", () => {
			const of = (relation: string) => relations.find(({ name }) => name === relation)?.rows ?? [];
			const [calls, candidates, deviations] = [of("model_calls"), of("candidates"), of("deviations")];
			expect(candidates.length).toBeGreaterThanOrEqual(4);
			// A turn that was left or failed has no candidates, but a sealed row for each expected candidate.
			const slots = layout === "single" ? 1 : 2;
			const unanswered = of("turns").filter(({ id }) => !candidates.some(({ turn_id }) => turn_id === id));
			const active = unanswered.filter(({ session_id }) =>
				of("sessions").some(({ id, status }) => id === session_id && status === "active"),
			);
			expect(calls).toHaveLength(candidates.length + slots * (unanswered.length - active.length));
			expect(new Set(calls.map(({ sealed }) => String(sealed).length)).size).toBe(1);
			for (const { id, study_id, protocol_hash, sealed, ...rest } of calls)
				expect(
					[id, study_id, protocol_hash, sealed, ...Object.values(rest)].filter((value) => value !== null),
				).toHaveLength(4);
			const others = JSON.stringify(relations.filter(({ name }) => name !== "model_calls"));
			expect(calls.filter(({ id }) => others.includes(String(id)))).toEqual([]);
			expect(of("sealed_deviations")).toEqual([]);
			expect(deviations).toEqual([]);
		});

		it("records the act in every entry of the audit", async () => {
			const entries = await rows<{ action: string; detail: string }>("SELECT action, detail FROM audit");
			expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(5);
			expect(entries.filter(({ detail }) => Object.keys(JSON.parse(detail) ?? {}).length === 0)).toEqual([]);
		});

		it("has no column that depends on the arm, except the label", () => {
			expect(relations.flatMap((relation) => functionsOfTheLabel(relation, study.live, 4))).toEqual([]);
			expect(relations.filter(({ rows: all }) => all.some(({ label }) => label)).length).toBeGreaterThanOrEqual(3);
		});
	});
