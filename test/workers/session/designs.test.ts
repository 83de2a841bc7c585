import { describe, expect, it } from "vitest";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import { enrol, openStudy, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const atConversation = ({ step }: { step: StepView | null }) => step?.kind === "message";

/** Fills the form of the small study with this age, and everything else plausibly. */
const aged = (age: number) => (step: StepView) => {
	const given = plausible(step) as { answers?: Record<string, unknown> };
	return given.answers && "age" in given.answers ? { answers: { ...given.answers, age } } : given;
};

async function sequences(slug: string): Promise<Record<string, number>> {
	const found = await rows<{ stratum: string; sequence: string; n: number }>(
		"SELECT stratum, sequence, count(*) AS n FROM v_sessions WHERE study = ? AND randomised_at IS NOT NULL GROUP BY stratum, sequence",
		slug,
	);
	return Object.fromEntries(found.map(({ stratum, sequence, n }) => [`${stratum}: ${sequence}`, n]));
}

async function arrive(
	slug: string,
	people: readonly { id: string; age: number; attributes?: object }[],
): Promise<void> {
	for (const { id, age, attributes } of people) {
		const who = await enrol(fetchWorker, KEY, slug, id, attributes ? { attributes } : {});
		await walk(fetchWorker, who, atConversation, aged(age));
		await drain(who.session);
	}
}

describe("when a study has strata", () => {
	it("balances within each combination of an attribute and an earlier answer", async () => {
		const slug = "strata";
		const strata = ["attributes.region", "answers.about.age"];
		await openStudy(fetchWorker, KEY, smallStudy({ slug, design: { kind: "crossover", order: "williams", strata } }));
		const people = ["north", "south"].flatMap((region) =>
			[20, 70].flatMap((age) => [0, 1].map((n) => ({ id: `${region}-${age}-${n}`, age, attributes: { region } }))),
		);
		await arrive(slug, people);
		const counts = await sequences(slug);
		expect(Object.keys(counts).length).toBe(8);
		expect(Object.values(counts)).toEqual(Array.from({ length: 8 }, () => 1));
		expect(Object.keys(counts).some((key) => key.startsWith("north / 20: "))).toBe(true);
	});
});

describe("when a study is parallel", () => {
	it("gives each participant one arm, each arm equally often", async () => {
		const slug = "parallel";
		const study = smallStudy({ slug, design: { kind: "parallel" } });
		const [chat] = study.conversations;
		const conversations = chat ? [{ ...chat, arms: 1 as const }] : [];
		await openStudy(fetchWorker, KEY, {
			...study,
			conversations,
			forms: { about: study.forms?.about, experience: study.forms?.experience },
			flow: ["consent", "about", "conversations"],
		} as never);
		await arrive(
			slug,
			Array.from({ length: 6 }, (_, n) => ({ id: `p${n}`, age: 30 })),
		);
		expect(Object.values(await sequences(slug))).toEqual([3, 3]);
	});
});

describe.each([
	["latin-square", {}],
	["random", {}],
	["williams", { method: "minimisation", strata: ["attributes.region"] }],
	["williams", { blockSize: [2, 4], replacement: "none" }],
] as const)("when the order is %s with %o", (order, more) => {
	it("randomises and finishes", async () => {
		const slug = `design-${order}-${"method" in more ? "minimised" : "blockSize" in more ? "varied" : "plain"}`;
		await openStudy(fetchWorker, KEY, smallStudy({ slug, design: { kind: "crossover", order, ...more } as never }));
		const who = await enrol(fetchWorker, KEY, slug, "one", { attributes: { region: "north" } });
		expect((await walk(fetchWorker, who)).status).toBe("completed");
	});
});

describe("when the last place is taken", () => {
	it("ends the next session as full, by an exit that pays, and frees a place when a participant leaves", async () => {
		const slug = "quota";
		const code = (name: string) => ({ code: `CODE-${name}` });
		const exits = {
			completed: code("c"),
			declined: code("d"),
			screened_out: code("s"),
			full: code("FULL"),
			failed_checks: code("f"),
		};
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { quota: { total: 2 }, prolific: { exits } } }));
		const land = async (id: string) => {
			const people = await enrol(fetchWorker, KEY, slug, id, { source: "prolific" });
			return { people, view: await walk(fetchWorker, people, atConversation, aged(30)) };
		};
		const [first] = [await land("a"), await land("b")];
		const third = await land("c");
		expect(third.view).toMatchObject({ status: "full", step: null, exit: { reason: "full", code: "CODE-FULL" } });
		await fetchWorker(`/v1/sessions/${first.people.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${first.people.token}`, "Content-Type": "application/json" },
			body: '{"erase":false}',
		});
		await drain(first.people.session);
		expect((await land("d")).view.step?.kind).toBe("message");
	});

	it("does not count simulated participants", async () => {
		const slug = "quota-pools";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { quota: { total: 2 } } }));
		for (const id of ["a", "b", "c"]) {
			const who = await enrol(fetchWorker, KEY, slug, id, { source: "simulated" });
			expect((await walk(fetchWorker, who, atConversation)).step?.kind).toBe("message");
		}
	});
});
