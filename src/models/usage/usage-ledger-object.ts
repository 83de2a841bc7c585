import { DurableObject } from "cloudflare:workers";
import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import { type Cipher, sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { Budget } from "../../protocol/schema/budget.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import { type Webhooks, webhooksOf } from "../../webhooks/webhook-client.ts";
import { budgetPaused, paceWarning } from "./announcements.ts";
import { BudgetBook, type BudgetState, type Settlement, type SpendingReport } from "./budget-book.ts";
import { LateCounts, type LateReport } from "./late-counts.ts";
import { pauseStudy } from "./pause-study.ts";
import { publishLateShare } from "./publish-late-share.ts";
import { added, NO_USAGE, type Usage, usageOf } from "./totals.ts";
import type { SessionEnd, UsageLedger } from "./usage-ledger-client.ts";

/** The delay after D1 refused a count. */
const PUBLISH_AGAIN_MS = 60_000;

export class UsageLedgerObject extends DurableObject<Env> implements UsageLedger {
	readonly #pace: LateCounts;
	readonly #budget: BudgetBook;
	readonly #cipher: Cipher;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#cipher = sealCipherOf(env);
		this.#pace = new LateCounts(ctx.storage.sql);
		this.#budget = new BudgetBook(ctx.storage.sql);
		ctx.storage.sql.exec(
			"CREATE TABLE IF NOT EXISTS estimates (session TEXT PRIMARY KEY, usage TEXT NOT NULL) WITHOUT ROWID",
		);
		// Actual usage of completed sessions, from earlier versions. Its sums could be matched to labels.
		ctx.storage.sql.exec("DROP TABLE IF EXISTS usage");
	}

	async record(session: string, estimate: Usage): Promise<void> {
		this.ctx.storage.sql.exec("INSERT OR REPLACE INTO estimates VALUES (?, ?)", session, JSON.stringify(estimate));
	}

	async forget(session: string): Promise<void> {
		this.ctx.storage.sql.exec("DELETE FROM estimates WHERE session = ?", session);
		this.#budget.forget(session);
	}

	async recordPace(reported: LateReport): Promise<void> {
		this.#pace.record(reported);
		if (this.#pace.due().length > 0) await this.ctx.storage.setAlarm(Date.now());
	}

	/** Publishing neither delays a session nor makes one fail. */
	override async alarm(): Promise<void> {
		try {
			const spent = this.#budget.due();
			if (spent) {
				await pauseStudy(database(this.env.DB), spent.studyId, spent);
				await this.#webhooks(spent.studyId).publish([budgetPaused(spent)]);
				this.#budget.published(spent.spentAtMs);
			}
			for (const due of this.#pace.due()) {
				const { studyId, pool, count } = due;
				const raisedAt = await publishLateShare(database(this.env.DB), studyId, pool, { count, nowMs: Date.now() });
				if (raisedAt !== null) await this.#webhooks(studyId).publish([paceWarning({ studyId, pool, raisedAt })]);
				this.#pace.published(due);
			}
		} catch {
			await this.ctx.storage.setAlarm(Date.now() + PUBLISH_AGAIN_MS);
		}
	}

	#webhooks(studyId: string): Webhooks {
		return webhooksOf(this.env.WEBHOOKS, studyId);
	}

	async spend(report: SpendingReport): Promise<void> {
		await this.#spend(report, null);
	}

	async settle(report: SpendingReport, { calls, isWhole }: SessionEnd): Promise<void> {
		await this.#spend(report, { usage: this.#usageOf(calls), isWhole });
	}

	async budget(): Promise<BudgetState | null> {
		return this.#budget.state();
	}

	async changeBudget(studyId: string, budget: Budget): Promise<BudgetState> {
		this.#budget.change(studyId, budget, Date.now());
		await this.#publishBudget();
		return this.#budget.state() ?? { budget, counted: { tokens: 0, cost: 0 }, spentAtMs: null };
	}

	#usageOf(calls: readonly Sealed<CallRecord>[]): Usage {
		return usageOf(calls.map((call) => unseal(call, this.#cipher)));
	}

	async #spend(report: SpendingReport, settlement: Settlement | null): Promise<void> {
		this.#budget.record(report, settlement, Date.now());
		await this.#publishBudget();
	}

	async #publishBudget(): Promise<void> {
		if (this.#budget.due()) await this.ctx.storage.setAlarm(Date.now());
	}

	async estimates(): Promise<Usage & { readonly sessions: number }> {
		const rows = this.ctx.storage.sql.exec<{ usage: string }>("SELECT usage FROM estimates").toArray();
		const total = rows.reduce((sum, { usage }) => added(sum, JSON.parse(usage) as Usage), NO_USAGE);
		return { ...total, sessions: rows.length };
	}
}
