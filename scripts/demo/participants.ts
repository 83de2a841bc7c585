import { z } from "zod";
import { type SessionView, sessionViewSchema } from "../../src/session/view/view-schema.ts";
import { type Api, apiOf } from "./api.ts";
import { DemoError } from "./demo-error.ts";
import { Driver } from "./driver.ts";
import { type Persona, personaOf } from "./persona.ts";
import type { Progress } from "./progress.ts";
import { until } from "./until.ts";

const started = z.looseObject({ token: z.string(), view: sessionViewSchema });
const flow = z.looseObject({ randomised: z.looseObject({ completed: z.number() }) });
const PROJECTED_MS = 300_000;

/** `prefix-01`, `prefix-02`, … The same name is always the same person. */
export const namesOf = (prefix: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);

/** Somebody who completed a study. */
export type Completed = { readonly name: string; readonly session: string; readonly token: string };

export type Sending = {
	readonly study: string;
	readonly names: readonly string[];
	/** By name; otherwise the one that the name stands for. */
	readonly persona?: (name: string) => Persona;
};

/** The source of scripted participants. A person who is loaded with it has the pseudonym of their session. */
export const SCRIPTED = "simulated";

/** Sends scripted participants through a study, all at once, and waits until D1 has what they did. */
export async function sendParticipants(
	researcher: Api,
	origin: string,
	{ study, names, persona = personaOf }: Sending,
	progress: Progress,
): Promise<readonly Completed[]> {
	const views = new Map<string, SessionView>();
	const completed = await Promise.all(
		names.map(async (name) => {
			const participant = { id: name, source: SCRIPTED };
			const { token, view } = started.parse(
				await researcher.call("POST", `/v1/studies/${study}/sessions`, { participant }),
			);
			const last = await new Driver(apiOf(origin, token), persona(name)).run(view, (seen) => {
				views.set(name, seen);
				progress.update(summary(study, [...views.values()], names.length));
			});
			if (last.status !== "completed")
				throw new DemoError(`${name} ended as ${last.status}, which no scripted participant should.`);
			return { name, session: last.id, token };
		}),
	);
	await until(PROJECTED_MS, "D1 did not get the participants' rows in time.", async () => {
		const { randomised } = flow.parse(await researcher.call("GET", `/v1/studies/${study}/flow?pool=simulated`));
		return randomised.completed >= names.length ? randomised : null;
	});
	return completed;
}

function summary(study: string, views: readonly SessionView[], count: number): string {
	const done = views.reduce((sum, { progress }) => sum + progress.done, 0);
	const completed = views.filter(({ status }) => status === "completed").length;
	return `${study}, ${count} simulated participants: ${done} steps answered, ${completed} completed`;
}
