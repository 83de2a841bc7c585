import type { MadeReport, ReportRequest } from "../../src/analysis/report/made-report.ts";
import type { Planned } from "../../src/analysis/report/planned-faults.ts";
import type { TablePage } from "../../src/analysis/report/tables/report-rows.ts";
import type { ResearchWorkerFound } from "../../src/app/research-worker-found.ts";
import type { Env } from "../../src/env.ts";
import type { Field } from "../../src/export/field.ts";
import type { Row } from "../../src/export/table.ts";
import type { Protocol } from "../../src/protocol/schema/schema.ts";
import type { Warning } from "../../src/protocol/warnings/warning.ts";
import type { Answer } from "../../src/research-worker.ts";
import { kindOf, log } from "../../src/shared/log.ts";
import { type Fault, ProblemError } from "../../src/shared/problem.ts";
import type { ChangeOfSettings, StageOfProtocol } from "../../src/studies/protocol-checks.ts";

/** The version with which this Worker was built, put in by `vite.worker.config.ts`. */
declare const RESEARCH_VERSION: string;

type Missing = Exclude<ResearchWorkerFound, "ok">;
type Bytes = Uint8Array<ArrayBuffer>;

/** The classes of `src/research-worker.ts`, as stubs on this side of the call. The caller disposes of each. */
type RemoteReport = Disposable & {
	add(page: TablePage): Promise<Answer<void>>;
	made(request: ReportRequest): Promise<Answer<MadeReport>>;
};
type RemoteParquet = Disposable & {
	rows(rows: readonly Row[]): Promise<Answer<Bytes>>;
	end(): Promise<Answer<Bytes>>;
};
export type RemoteCalls = Disposable & {
	report(): Promise<RemoteReport>;
	parquet(fields: readonly Field[]): Promise<RemoteParquet>;
	draftFaults(protocol: Protocol): Promise<Answer<Fault[]>>;
	unreadFaults(input: unknown): Promise<Answer<Fault[]>>;
	settingsFaults(change: ChangeOfSettings): Promise<Answer<Fault[]>>;
	openingFaults(protocol: Protocol): Promise<Answer<Fault[]>>;
	warnings(stage: StageOfProtocol): Promise<Answer<Warning[]>>;
	plannedFaults(planned: readonly Planned[]): Promise<Answer<Fault[]>>;
};
type RemoteWorker = { open(version: string): Promise<RemoteCalls | null> };

/** The research Worker of this release. Throws `unavailable` if there is another one or none. */
export async function researchWorkerOf(env: Env): Promise<RemoteCalls> {
	const calls = await opened(env);
	if (typeof calls !== "string") return calls;
	log("research_unavailable", { found: calls });
	throw unavailable(FAULTS[calls]);
}

/** Whether the research Worker answers, and is of this release. */
export async function researchWorkerFound(env: Env): Promise<ResearchWorkerFound> {
	const calls = await opened(env);
	if (typeof calls === "string") return calls;
	calls[Symbol.dispose]();
	return "ok";
}

async function opened(env: Env): Promise<RemoteCalls | Missing> {
	try {
		const worker = env.RESEARCH as RemoteWorker | undefined;
		return (await worker?.open(RESEARCH_VERSION)) ?? (worker ? "other_version" : "unreachable");
	} catch {
		return "unreachable";
	}
}

/** The value of a call. Throws `unavailable` if the Worker broke off. For a bug there, throws an error with the bug's name and place. */
export async function resultOf<T>(answer: Promise<Answer<T>>): Promise<T> {
	const found = await answer.catch((error: unknown) => {
		log("research_unavailable", { found: kindOf(error) });
		throw unavailable(BROKEN_OFF);
	});
	if ("value" in found) return found.value;
	const { name, at } = found.failed;
	throw Object.assign(new Error(), { name, stack: [name, ...at].join("\n") });
}

const AGAIN =
	"Repeat the request in a minute. If it fails again, tell the operator to run npm run deploy, which deploys both.";

const FAULTS: Readonly<Record<Missing, string>> = {
	other_version: `The research Worker is of another release than this one, as for a moment while both are deployed. ${AGAIN}`,
	unreachable: `The research Worker does not answer. ${AGAIN}`,
};

const BROKEN_OFF =
	"The research Worker broke off. Repeat the request. If it fails again, the study may be too large for a Worker: use npm run analyse, and CSV or JSON Lines instead of Parquet.";

const unavailable = (detail: string): ProblemError =>
	new ProblemError({ code: "unavailable", detail, retryAfterSeconds: 30, isOurs: true });
