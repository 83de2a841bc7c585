import { z } from "zod";
import { type SessionView, sessionViewSchema } from "../../src/session/view/view-schema.ts";
import { type Api, apiOf } from "../demo/api.ts";
import { DemoError } from "../demo/demo-error.ts";
import { Driver } from "../demo/driver.ts";
import { type Persona, personaOf } from "../demo/persona.ts";
import type { Progress } from "../demo/progress.ts";
import { TALKS } from "../demo/talks.ts";
import { until } from "../demo/until.ts";

const started = z.looseObject({ token: z.string(), view: sessionViewSchema });
const flow = z.looseObject({ randomised: z.looseObject({ completed: z.number() }) });
const PROJECTED_MS = 60_000;

/** Somebody who took part, with what the session needs afterwards. */
export type Finished = { readonly name: string; readonly session: string; readonly token: string };

export const namesOf = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `walker-${String(index + 1).padStart(2, "0")}`);

/** Scripted participants who open every conversation with the same words: replies then differ by the arm alone. */
export const withOneTalk = (persona: Persona): Persona => ({ ...persona, talks: TALKS.slice(0, 1) });

/** Sends people through a study, all at once, and waits until D1 has what they did. */
export async function sendThrough(
	researcher: Api,
	origin: string,
	{ study, names, persona = (name) => personaOf(name) }: SendOptions,
	progress: Progress,
): Promise<readonly Finished[]> {
	const views = new Map<string, SessionView>();
	const finished = await Promise.all(
		names.map(async (name) => {
			const participant = { id: name, source: "simulated" };
			const { token, view } = started.parse(
				await researcher.call("POST", `/v1/studies/${study}/sessions`, { participant }),
			);
			const last = await new Driver(apiOf(origin, token), persona(name)).run(view, (seen) => {
				views.set(name, seen);
				progress.update(summary(study, [...views.values()]));
			});
			if (last.status !== "completed") throw new DemoError(`${name} ended as ${last.status} in ${study}.`);
			return { name, session: view.id, token };
		}),
	);
	await until(PROJECTED_MS, "D1 did not get the participants' rows in time.", async () => {
		const { randomised } = flow.parse(await researcher.call("GET", `/v1/studies/${study}/flow?pool=simulated`));
		return randomised.completed >= names.length ? true : null;
	});
	return finished;
}

type SendOptions = {
	readonly study: string;
	readonly names: readonly string[];
	readonly persona?: (name: string) => Persona;
};

function summary(study: string, views: readonly SessionView[]): string {
	const done = views.reduce((sum, view) => sum + view.progress.done, 0);
	return `${study}: ${views.length} participants answered ${done} steps`;
}
