import { z } from "zod";
import { type SessionView, sessionViewSchema } from "../../src/session/view/view-schema.ts";
import { type Api, apiOf } from "./api.ts";
import { DemoError } from "./demo-error.ts";
import { Driver } from "./driver.ts";
import { personaOf } from "./persona.ts";
import type { Progress } from "./progress.ts";
import { until } from "./until.ts";

const started = z.looseObject({ token: z.string(), view: sessionViewSchema });
const flow = z.looseObject({ randomised: z.looseObject({ completed: z.number() }) });
const PROJECTED_MS = 30_000;

export const nameOf = (index: number): string => `demo-${String(index + 1).padStart(2, "0")}`;

/** Sends scripted participants through a study, all at once, and waits until D1 has what they did. */
export async function sendParticipants(
	researcher: Api,
	origin: string,
	study: string,
	count: number,
	progress: Progress,
) {
	const views = new Map<string, SessionView>();
	const sent = Array.from({ length: count }, async (_, index) => {
		const name = nameOf(index);
		const participant = { id: name, source: "simulated" };
		const { token, view } = started.parse(
			await researcher.call("POST", `/v1/studies/${study}/sessions`, { participant }),
		);
		const last = await new Driver(apiOf(origin, token), personaOf(name)).run(view, (seen) => {
			views.set(name, seen);
			progress.update(summary([...views.values()], count));
		});
		if (last.status !== "completed")
			throw new DemoError(`${name} ended as ${last.status}, which no scripted participant should.`);
	});
	await Promise.all(sent);
	await until(PROJECTED_MS, "D1 did not get the participants' rows in time.", async () => {
		const { randomised } = flow.parse(await researcher.call("GET", `/v1/studies/${study}/flow?pool=simulated`));
		return randomised.completed >= count ? randomised : null;
	});
}

function summary(views: readonly SessionView[], count: number): string {
	const done = views.reduce((sum, { progress }) => sum + progress.done, 0);
	const completed = views.filter(({ status }) => status === "completed").length;
	return `${count} simulated participants: ${done} steps answered, ${completed} completed`;
}
