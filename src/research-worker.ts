import { RpcTarget, WorkerEntrypoint } from "cloudflare:workers";
import { type MadeReport, type ReportRequest, reportFrom } from "./analysis/report/made-report.ts";
import { type Planned, plannedFaults } from "./analysis/report/planned-faults.ts";
import { ReportRows, type TablePage } from "./analysis/report/tables/report-rows.ts";
import type { Field } from "./export/field.ts";
import { ParquetFile } from "./export/files/parquet.ts";
import type { Row } from "./export/table.ts";
import { draftFaults } from "./protocol/parse/parse.ts";
import type { Protocol } from "./protocol/schema/schema.ts";
import { protocolOpeningFaults } from "./protocol/validate/opening-faults.ts";
import type { Warning } from "./protocol/warnings/warning.ts";
import { framesOf } from "./shared/log.ts";
import type { Fault } from "./shared/problem.ts";
import {
	type ChangeOfSettings,
	faultsOfSettings,
	faultsOfUnread,
	type StageOfProtocol,
	warningsOfProtocol,
} from "./studies/protocol-checks.ts";

/** The hash of this Worker's code, put in by `vite.research.config.ts`. */
declare const RESEARCH_VERSION: string;

/** `failed`: a bug. Its message stays here, because it may quote a participant or name a model. */
export type Answer<T> =
	| { readonly value: T }
	| { readonly failed: { readonly name: string; readonly at: readonly string[] } };

function answered<T>(make: () => T): Answer<T> {
	try {
		return { value: make() };
	} catch (error) {
		if (error instanceof Error) return { failed: { name: error.name, at: framesOf(error) } };
		return { failed: { name: "unknown", at: [] } };
	}
}

/** One report: rows arrive page by page, then it is made. */
class ReportCall extends RpcTarget {
	readonly #rows = new ReportRows();

	add(page: TablePage): Answer<void> {
		return answered(() => this.#rows.add(page));
	}

	made(request: ReportRequest): Answer<MadeReport> {
		return answered(() => reportFrom(this.#rows, request));
	}
}

/** One file of Parquet, in pieces. */
class ParquetCall extends RpcTarget {
	readonly #file: ParquetFile;

	constructor(fields: readonly Field[]) {
		super();
		this.#file = new ParquetFile({ fields });
	}

	rows(rows: readonly Row[]): Answer<Uint8Array<ArrayBuffer>> {
		return answered(() => this.#file.rows(rows));
	}

	end(): Answer<Uint8Array<ArrayBuffer>> {
		return answered(() => this.#file.end());
	}
}

/** All calls of one caller. */
class Calls extends RpcTarget {
	report(): ReportCall {
		return new ReportCall();
	}

	parquet(fields: readonly Field[]): ParquetCall {
		return new ParquetCall(fields);
	}

	draftFaults(protocol: Protocol): Answer<Fault[]> {
		return answered(() => draftFaults(protocol));
	}

	unreadFaults(input: unknown): Answer<Fault[]> {
		return answered(() => faultsOfUnread(input));
	}

	settingsFaults(change: ChangeOfSettings): Answer<Fault[]> {
		return answered(() => faultsOfSettings(change));
	}

	openingFaults(protocol: Protocol): Answer<Fault[]> {
		return answered(() => protocolOpeningFaults(protocol));
	}

	warnings(stage: StageOfProtocol): Answer<Warning[]> {
		return answered(() => warningsOfProtocol(stage));
	}

	plannedFaults(planned: readonly Planned[]): Answer<Fault[]> {
		return answered(() => plannedFaults(planned));
	}
}

/**
 * The Worker for code that is pure and large, and that no participant's request needs. It has no database, no object, no secret
 * and no address: only the main Worker calls it. `open` must never change: it is what Workers of two releases say to each other.
 */
export default class ResearchWorker extends WorkerEntrypoint {
	/** A Worker needs one, and this one has no address. */
	override fetch(): Response {
		return new Response(null, { status: 404 });
	}

	/** Null for a caller that was built with other code than this. */
	open(version: string): Calls | null {
		return version === RESEARCH_VERSION ? new Calls() : null;
	}
}
