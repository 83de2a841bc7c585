import { randomBytes } from "node:crypto";
import { z } from "zod";
import { newSecret } from "../../src/access/keys/api-keys.ts";
import { recruiterVariables, startRecruiter } from "../recruiter/server.ts";
import { untilStopped } from "../until-stopped.ts";
import { type Api, apiOf } from "./api.ts";
import { closingText } from "./closing-text.ts";
import { DemoError } from "./demo-error.ts";
import { type Options, parseOptions, USAGE } from "./options.ts";
import { namesOf, sendParticipants } from "./participants.ts";
import { usablePort } from "./port.ts";
import { type Progress, progressOn } from "./progress.ts";
import { query, RANKS } from "./question.ts";
import { ensureStudy } from "./studies.ts";
import { apiAt, forgetState, migrate, type RunningWorker, startWorker } from "./worker.ts";
import { LOG } from "./wrangler.ts";

const STUDY = "prism-x";
const OTHERS = ["prism", "two-minute"] as const;
const PARTICIPANTS = 12;
/** Differences large enough for twelve rankings to show. */
const LIKED = { prompted: 0.3, pooled: 1.2, individual: 1.5 };

/** `npm run demo`: runs everything on this machine until Ctrl-C. */
export async function main(args: readonly string[]): Promise<void> {
	try {
		const options = parseOptions(args);
		if (options) await demo(options);
		else console.log(USAGE);
	} catch (error) {
		if (!(error instanceof DemoError)) throw error;
		console.error(`\n${error.message}`);
		process.exitCode = 1;
	}
	// Pending waits would keep the process alive after Ctrl-C.
	process.exit();
}

async function demo(options: Options): Promise<void> {
	const interrupted = untilStopped();
	const startedAtMs = Date.now();
	const progress = progressOn(options.json ? process.stderr : process.stdout, startedAtMs);
	const port = await usablePort(options.port);
	if (options.fresh) await forgetState();
	const researcherKey = newSecret((length) => new Uint8Array(randomBytes(length)));
	const recruiterPort = await usablePort(0);
	const hookSecret = randomBytes(24).toString("hex");
	const recruiter = `http://127.0.0.1:${recruiterPort}`;
	const mock = await startRecruiter(
		{ api: apiAt(port), researcherKey, hookSecret, studies: [STUDY, ...OTHERS] },
		recruiterPort,
	);
	const worker = await startWorker(port, researcherKey, { more: recruiterVariables(recruiter, hookSecret) });
	try {
		await Promise.race([serve(options, worker, { researcherKey, recruiter, progress, startedAtMs }), interrupted]);
	} finally {
		mock.close();
		await worker.stop();
	}
}

type Run = {
	readonly researcherKey: string;
	readonly recruiter: string;
	readonly progress: Progress;
	readonly startedAtMs: number;
};

async function serve(options: Options, worker: RunningWorker, run: Run): Promise<never> {
	run.progress.done("Starting the Worker, and giving the local database its tables");
	// Both at once: the Worker opens its database at its first request that needs it, which comes later.
	await Promise.all([worker.ready, migrate()]);
	run.progress.done(`The Worker answers at ${worker.api}`);
	await present(options, worker.api, run);
	await worker.gone;
	throw new DemoError(`The Worker stopped. ${LOG} has its last words.`);
}

async function present(
	options: Options,
	api: string,
	{ researcherKey, recruiter, progress, startedAtMs }: Run,
): Promise<void> {
	const researcher = apiOf(api, researcherKey);
	for (const slug of [STUDY, ...OTHERS]) await ensureStudy(researcher, slug);
	progress.done(`Open studies: ${[STUDY, ...OTHERS].join(", ")}`);
	const sending = { study: STUDY, names: namesOf("demo", PARTICIPANTS), policy: { preferences: LIKED } };
	await sendParticipants(researcher, sending, progress);
	progress.done(`${PARTICIPANTS} simulated participants completed ${STUDY}, and their rows are in D1`);
	const dashboard = await dashboardLink(researcher);
	const links = { api, researcherKey, study: STUDY, participantLink: linkTo(api, STUDY), dashboard };
	if (options.json) return console.log(JSON.stringify(links));
	const ranks = await query(RANKS);
	const seconds = (Date.now() - startedAtMs) / 1000;
	console.log(closingText({ ...links, quickLink: linkTo(api, "two-minute"), recruiter, ranks, seconds }));
}

const madeLink = z.looseObject({ url: z.url() });

/** Read-only, for a week. Its page counts the simulated participants. */
async function dashboardLink(researcher: Api): Promise<string> {
	const path = `/v1/studies/${STUDY}/dashboard-links`;
	const { url } = madeLink.parse(await researcher.call("POST", path, { sessions: true }));
	return url.replace("#", "?pool=simulated#");
}

/** A link as Prolific writes it, for a new participant. */
function linkTo(api: string, study: string): string {
	const id = () => randomBytes(12).toString("hex");
	return `${api}/p/${study}?PROLIFIC_PID=${id()}&STUDY_ID=${id()}&SESSION_ID=${id()}`;
}
