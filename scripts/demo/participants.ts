import { z } from "zod";
import type { Policy } from "../../src/simulation/policy/policy-schema.ts";
import type { Api } from "./api.ts";
import { DemoError } from "./demo-error.ts";
import type { Progress } from "./progress.ts";
import { until } from "./until.ts";

const started = z.looseObject({ session: z.string(), token: z.string() });
const flow = z.looseObject({ randomised: z.looseObject({ completed: z.number() }) });
const run = z.looseObject({
	run: z.string(),
	status: z.string(),
	done: z.number(),
	of: z.number(),
	failures: z.record(z.string(), z.number()),
});

const FINISHED_MS = 1_200_000;
const PROJECTED_MS = 300_000;

/** `prefix-01`, `prefix-02`, … The same name is always the same participant. */
export const namesOf = (prefix: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);

/** A participant who completed a study. */
export type Completed = { readonly name: string; readonly session: string; readonly token: string };

export type Sending = {
	readonly study: string;
	readonly names: readonly string[];
	readonly policy?: Partial<Policy>;
};

/** The source of scripted participants. A profile that is loaded with it has the pseudonym of the participant's session. */
export const SCRIPTED = "simulated";

/** Sends scripted participants through a study in one run, and waits until D1 has their rows. */
export async function sendParticipants(
	researcher: Api,
	{ study, names, policy = {} }: Sending,
	progress: Progress,
): Promise<void> {
	const path = `/v1/studies/${study}/simulations`;
	const request = { condition: "scripted", participants: names, policy, concurrency: Math.min(names.length, 32) };
	const { run: id } = run.parse(await researcher.call("POST", path, request));
	const ended = await until(FINISHED_MS, `The run ${id} did not end in time.`, async () => {
		const state = run.parse(await researcher.call("GET", `${path}/${id}`));
		progress.update(`${study}: ${state.done} of ${state.of} simulated participants have ended`);
		return state.status === "running" ? null : state;
	});
	if (ended.status !== "completed" || ended.done < names.length)
		throw new DemoError(`The run ${id} ended as ${ended.status}: ${JSON.stringify(ended.failures)}`);
	await until(PROJECTED_MS, "D1 did not get the participants' rows in time.", async () => {
		const { randomised } = flow.parse(await researcher.call("GET", `/v1/studies/${study}/flow?pool=simulated`));
		return randomised.completed >= names.length ? randomised : null;
	});
}

/** The sessions of scripted participants, who keep them. */
export const sessionsOf = (researcher: Api, { study, names }: Sending): Promise<readonly Completed[]> =>
	Promise.all(
		names.map(async (name) => {
			const participant = { id: name, source: SCRIPTED };
			const { session, token } = started.parse(
				await researcher.call("POST", `/v1/studies/${study}/sessions`, { participant }),
			);
			return { name, session, token };
		}),
	);
