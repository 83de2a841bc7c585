import { z } from "zod";

/**
 * A double of Prolific's API in memory, after its documented schemas (docs.prolific.com/api-reference, August 2026): submissions,
 * studies, participant groups, hooks and bonus payments. It records every request, so a test can say what was asked.
 */
export type DoubleSubmission = {
	id: string;
	participant_id: string;
	status: string;
	study_code?: string | null;
	started_at?: string;
	completed_at?: string | null;
	time_taken?: number | null;
};

type Asked = { readonly method: string; readonly path: string; readonly body: unknown; readonly token: string | null };
type Failure = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

const completionCode = z.strictObject({
	code: z.string().min(1),
	code_type: z.enum([
		"COMPLETED",
		"FAILED_ATTENTION_CHECK",
		"FOLLOW_UP_STUDY",
		"GIVE_BONUS",
		"INCOMPATIBLE_DEVICE",
		"NO_CONSENT",
		"OTHER",
		"FIXED_SCREENOUT",
	]),
	actions: z.array(
		z.discriminatedUnion("action", [
			z.strictObject({ action: z.enum(["AUTOMATICALLY_APPROVE", "MANUALLY_REVIEW"]) }),
			z.strictObject({ action: z.literal("REQUEST_RETURN"), return_reason: z.string().min(1) }),
			z.strictObject({ action: z.literal("ADD_TO_PARTICIPANT_GROUP"), participant_group: z.string() }),
			z.strictObject({
				action: z.literal("FIXED_SCREEN_OUT_PAYMENT"),
				fixed_screen_out_reward: z.int().min(1),
				slots: z.int().min(1),
			}),
		]),
	),
});

const createStudy = z.strictObject({
	name: z.string().min(1),
	internal_name: z.string().optional(),
	description: z.string().min(1),
	external_study_url: z.url(),
	prolific_id_option: z.literal("url_parameters"),
	completion_codes: z.array(completionCode).min(1),
	total_available_places: z.int().min(1),
	estimated_completion_time: z.int().min(1),
	maximum_allowed_time: z.int().optional(),
	reward: z.int().min(1),
	device_compatibility: z.array(z.enum(["desktop", "tablet", "mobile"])),
	filters: z.array(z.strictObject({ filter_id: z.string(), selected_values: z.array(z.string()).min(1) })).optional(),
	project: z.string().optional(),
	is_external_study_url_secure: z.boolean().optional(),
	metadata: z.string().optional(),
});

const createGroup = z
	.strictObject({
		name: z.string().min(1),
		project_id: z.string().optional(),
		workspace_id: z.string().optional(),
		description: z.string().optional(),
		participant_ids: z.array(z.string()).optional(),
	})
	.refine(({ project_id, workspace_id }) => (project_id === undefined) !== (workspace_id === undefined));

export const TOKEN = "token-of-the-double";

export class ProlificDouble {
	readonly base: string;
	readonly asked: Asked[] = [];
	readonly submissions = new Map<string, DoubleSubmission[]>();
	readonly studies = new Map<string, z.output<typeof createStudy> & { id: string; status: string }>();
	readonly groups = new Map<string, { id: string; name: string; participants: string[] }>();
	readonly bonuses = new Map<string, { study_id: string; csv_bonuses: string; paid: number }>();
	readonly hooks = new Map<string, { id: string; event_type: string; target_url: string; is_enabled: boolean }>();
	/** The largest page that is given. */
	mostPerPage = 100;
	/** Called before each page, so that a test can change the list between pages. */
	beforePage: (page: number) => void = () => undefined;
	#failures: Failure[] = [];
	#next = 1;

	constructor(base = "https://prolific.test") {
		this.base = base;
	}

	/** The next requests fail like this, one each. */
	fail(...failures: Failure[]): void {
		this.#failures.push(...failures);
	}

	fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
		const { pathname, searchParams, origin } = new URL(url);
		if (origin !== this.base) throw new Error(`a call would leave this machine: ${origin}`);
		const method = init.method ?? "GET";
		const body = typeof init.body === "string" ? JSON.parse(init.body) : null;
		const token = new Headers(init.headers).get("Authorization");
		this.asked.push({ method, path: pathname, body, token });
		const failure = this.#failures.shift();
		if (failure) return new Response(failure.body ?? "", { status: failure.status, headers: failure.headers ?? {} });
		if (token !== `Token ${TOKEN}`) return problem(401, "Invalid token.");
		return this.#answer(method, pathname.replace(/^\/api\/v1/, ""), searchParams, body);
	};

	#answer(method: string, path: string, query: URLSearchParams, body: Record<string, unknown> | null): Response {
		const [, room = "", id = "", part = ""] = path.split("/");
		const route = `${method} /${room}/${id === "" ? "" : part === "" ? "{id}/" : `{id}/${part}/`}`;
		switch (route) {
			case "GET /submissions/":
				return this.#listSubmissions(query);
			case "POST /studies/":
				return this.#createStudy(body);
			case "GET /studies/{id}/": {
				const study = this.studies.get(id);
				return study ? Response.json(study) : problem(404, "Study not found.");
			}
			case "POST /participant-groups/":
				return this.#createGroup(body);
			case "POST /participant-groups/{id}/participants/":
				return this.#addToGroup(id, body);
			case "POST /submissions/{id}/":
				return id === "bonus-payments" ? this.#createBonuses(body) : problem(404, "Not found.");
			case "POST /hooks/{id}/":
				return id === "secrets"
					? Response.json({ id: "hs1", value: "made-secret", ...body }, { status: 201 })
					: this.#subscribe(body);
			case "POST /bulk-bonus-payments/{id}/pay/":
				return this.#payBonuses(id);
			case `POST /hooks/{id}/${part}/`:
				return this.#confirm(part, body);
			default:
				return problem(404, "Not found.");
		}
	}

	/** Page numbers from 1, as the API documents them. A page after the last one is not found. */
	#listSubmissions(query: URLSearchParams): Response {
		const study = query.get("study") ?? "";
		const number = Number(query.get("page") ?? "1");
		this.beforePage(number);
		const all = this.submissions.get(study);
		if (!all) return problem(404, "Study not found.");
		const size = Math.min(Number(query.get("page_size") ?? "20"), this.mostPerPage);
		const results = all.slice((number - 1) * size, number * size);
		if (results.length === 0 && number > 1) return problem(404, "Invalid page.");
		const hasNext = number * size < all.length;
		const next = hasNext
			? { href: `${this.base}/api/v1/submissions/?page=${number + 1}`, title: "Next" }
			: { href: null, title: "Next" };
		return Response.json({ results, _links: { next }, meta: { count: all.length } });
	}

	#createStudy(body: unknown): Response {
		const read = createStudy.safeParse(body);
		if (!read.success) return problem(400, z.prettifyError(read.error));
		const codes = read.data.completion_codes.map(({ code }) => code);
		if (new Set(codes).size < codes.length) return problem(400, "Completion codes must be unique.");
		const study = { ...read.data, id: this.#id(), status: "UNPUBLISHED" };
		this.studies.set(study.id, study);
		return Response.json(study, { status: 201 });
	}

	#createGroup(body: unknown): Response {
		const read = createGroup.safeParse(body);
		if (!read.success) return problem(400, z.prettifyError(read.error));
		const group = { id: this.#id(), name: read.data.name, participants: [...(read.data.participant_ids ?? [])] };
		this.groups.set(group.id, group);
		return Response.json({ id: group.id, name: group.name }, { status: 201 });
	}

	#addToGroup(id: string, body: Record<string, unknown> | null): Response {
		const group = this.groups.get(id);
		if (!group) return problem(404, "Group not found.");
		const ids = z.array(z.string()).max(500).safeParse(body?.participant_ids);
		if (!ids.success) return problem(400, "participant_ids");
		group.participants = [...new Set([...group.participants, ...ids.data])];
		return Response.json({ results: group.participants.map((participant_id) => ({ participant_id })) });
	}

	#createBonuses(body: Record<string, unknown> | null): Response {
		const { study_id, csv_bonuses } = z.object({ study_id: z.string(), csv_bonuses: z.string() }).parse(body);
		const lines = csv_bonuses.split("\n").filter((line) => line !== "");
		if (lines.some((line) => !/^[\w-]+,\d+\.\d\d$/.test(line))) return problem(400, "A line cannot be read.");
		if (lines.length > 200) return problem(400, "At most 200 bonuses a request.");
		const id = this.#id();
		this.bonuses.set(id, { study_id, csv_bonuses, paid: 0 });
		const amount = lines.reduce((sum, line) => sum + Number((line.split(",")[1] ?? "").replace(".", "")), 0);
		return Response.json({ id, study: study_id, amount, fees: 0, vat: 0, total_amount: amount }, { status: 201 });
	}

	/** Pays again each time. */
	#payBonuses(id: string): Response {
		const bonus = this.bonuses.get(id);
		if (!bonus) return problem(404, "Payment not found.");
		bonus.paid += 1;
		return new Response(null, { status: 202 });
	}

	#subscribe(body: Record<string, unknown> | null): Response {
		const read = z
			.strictObject({ workspace_id: z.string(), event_type: z.string(), target_url: z.url({ protocol: /^https$/ }) })
			.safeParse(body);
		if (!read.success) return problem(400, z.prettifyError(read.error));
		const id = this.#id();
		this.hooks.set(id, { id, ...read.data, is_enabled: false });
		return Response.json({ id, is_enabled: false }, { status: 201, headers: { "X-Hook-Secret": `confirm-${id}` } });
	}

	#confirm(id: string, body: Record<string, unknown> | null): Response {
		const hook = this.hooks.get(id);
		if (!hook) return problem(404, "Subscription not found.");
		if (body?.secret !== `confirm-${id}`) return problem(400, "Wrong secret.");
		hook.is_enabled = true;
		return Response.json(hook);
	}

	/** 24 hexadecimal digits, as MongoDB makes them. */
	#id(): string {
		const id = this.#next.toString(16).padStart(24, "0");
		this.#next += 1;
		return id;
	}
}

const problem = (status: number, detail: string): Response =>
	Response.json({ error: { status, error_code: status, title: "Error", detail } }, { status });
