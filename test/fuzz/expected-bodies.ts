import { plausible } from "../support/http/participant.ts";
import { PROLIFIC_STUDY, submissionAt } from "./prolific.ts";
import { protocolOf } from "./studies.ts";
import { sessionAt, type World } from "./world.ts";

/** Long and odd enough to be found wherever it should not be. */
export const PERSON = "person-zander";

const REASON = "The fuzzer asks for it, as it asks for everything.";

type Asked = { readonly world: World; readonly session: number; readonly choice: number };

/** By operation: an accepted body, from the scenario's data. */
const BODIES: Readonly<Record<string, (asked: Asked) => unknown>> = {
	createKey: ({ choice }) => ({ name: `key ${choice}`, scopes: ["admin"] }),
	createStudy: ({ world }) => protocolOf(world.variant, world.slug),
	replaceStudy: ({ world }) => ({ ...protocolOf(world.variant, world.slug), title: "Another title" }),
	startSession: ({ world, choice }) => ({
		participant: {
			id: `${PERSON}-${choice % 4}`,
			source: SOURCES[choice % SOURCES.length],
			attributes: { region: "north" },
		},
		...(world.variant === "single" && choice % 2 === 0 ? { returnUrl: "https://survey.example/back" } : {}),
	}),
	answerStep: answerOf,
	withdraw: ({ choice }) => ({ erase: choice % 3 === 0 }),
	unblindStudy: ({ world, session, choice }) => ({
		reason: REASON,
		...(choice % 3 === 0 ? { scope: "participant", session: sessionAt(world, session)?.id } : {}),
		...(choice % 3 === 1 ? { turnAway: true } : {}),
	}),
	changeSettings: () => ({ reason: REASON, budget: { tokens: 1_000_000 } }),
	acceptEndpoints: () => ({ reason: REASON }),
	registerAdapter: () => ({ servedName: "served-adapter", reason: REASON }),
	rebuildStudy: () => ({ after: "" }),
	receiveProlificWebhook: ({ choice }) => ({
		event_type: "submission.status.change",
		resource_id: submissionAt(choice),
		participant_id: `${PERSON}-${choice % 5}`,
		status: STATUSES[choice % STATUSES.length],
	}),
	createProlificDraft: ({ choice }) => ({
		reward: 450,
		places: 1 + (choice % 50),
		minutes: 20,
		dryRun: choice % 3 > 0,
		...(choice % 2 === 0 ? { groups: ["g1"], withoutStudies: [PROLIFIC_STUDY], joinGroup: "g2" } : {}),
	}),
	createProlificGroup: ({ choice }) => ({ name: `Wave ${choice}`, workspace: "w1", ...membersAt(choice) }),
	addToProlificGroup: ({ choice }) => membersAt(choice),
	createWebhook: ({ choice }) => ({ url: `https://receiver.example.org/${choice}`, events: [] }),
};

const STATUSES = ["RETURNED", "TIMED-OUT", "APPROVED", "AWAITING REVIEW", "SCREENED OUT", "PONDERED"] as const;

const membersAt = (choice: number) =>
	choice % 2 === 0
		? { completed: true, ...(choice % 4 === 0 ? { prolificStudies: [PROLIFIC_STUDY] } : {}) }
		: { participants: [(choice % 16).toString(16).repeat(24)] };

const SOURCES = ["api", "qualtrics", "pilot", "simulated"] as const;

function answerOf({ world, session, choice }: Asked): unknown {
	const step = sessionAt(world, session)?.view?.step;
	if (!step || step.kind === "generating") return { retry: true };
	if (step.kind === "message" && choice % 2 === 0) return { text: MESSAGES[choice % MESSAGES.length] };
	return plausible(step);
}

const MESSAGES = ["What should I cook tonight?", "[[refused]] And then?", "מה שלומך? 🧪", "Who made you?"] as const;

/** JSON lines, for streamed bodies. */
const LINES: Readonly<Record<string, string>> = {
	loadProfiles: `{"id":"${PERSON}-1","attributes":{"region":"north"}}\n{"id":"${PERSON}-2"}\n`,
	registerAdapters: `{"adapter":"adapter-1","servedName":"served-adapter"}\n`,
};

/** Null for an unknown operation. A value of its schema has to do then. */
export function expectedBody(
	operation: string,
	asked: Asked,
): { readonly value: unknown } | { readonly text: string } | null {
	const text = LINES[operation];
	if (text !== undefined) return { text };
	const body = BODIES[operation];
	return body ? { value: body(asked) } : null;
}
