import { judgeReply } from "./model-server-judge.ts";
import { personReply } from "./model-server-person.ts";
import { type ChatRequest, chunk, DONE, usageChunk } from "./model-server-wire.ts";
import { ODD_REPLIES, type OddReply } from "./odd-replies.ts";

export type Break = {
	/** Before this word, or after the last if there are fewer. */
	readonly at: number;
	readonly how: "cut" | "stall" | "hold" | "malformed" | "error";
	readonly key: string;
};

export type Behaviour =
	| {
			readonly kind: "status";
			readonly status: number;
			readonly headers: Readonly<Record<string, string>>;
			/** Instead of the usual error of the format. */
			readonly body?: unknown;
	  }
	| { readonly kind: "odd"; readonly reply: OddReply }
	| {
			readonly kind: "stream";
			readonly words: readonly string[];
			readonly gapMs: number;
			/** Events before the first word and after the last. */
			readonly before: readonly string[];
			readonly after: readonly string[];
			readonly breaks: Break | null;
	  };

/** Counts of earlier equal requests. */
export type Before = {
	/** For this exact body. */
	readonly countBefore: number;
	/** For this thread, with any seed. */
	readonly threadBefore: number;
	/** Whether the thread was first sent with this seed. */
	readonly isFirstRound: boolean;
};

type Asked = Before & { readonly chat: ChatRequest; readonly key: string; readonly text: string };

const BREAK_AT = 3;

/** A model that identifies itself only at the first attempt. Each test file needs its own, because all share one server. */
export const namesItself = (file: string): string => `topaz-${file}-secret`;
const shy = (asked: Asked): Behaviour =>
	asked.threadBefore % 2 === 0 ? answer({ ...asked, text: IDENTIFYING }) : answer(asked);

/**
 * Chosen by `[[name]]` or `[[name:key]]` in the participant's last message, else by the model's name, `name` or `name:key`, else `ok`.
 * Files run side by side and share the server, so each that holds a reply needs a key of its own.
 * `…-once` misbehaves for the first request of that very body, and answers its repeat.
 */
const BEHAVIOURS: Readonly<Record<string, (asked: Asked) => Behaviour>> = {
	ok: answer,
	/** `[[odd:name]]`, or a model called `odd-name`: the response from the table of odd replies. */
	odd: ({ key }) => ({ kind: "odd", reply: oddReply(key) }),
	/** `[[first-round:name]]`: the odd reply in the first round of a reply, and an answer after the participant's retry. */
	"first-round": (asked) => (asked.isFirstRound ? { kind: "odd", reply: oddReply(asked.key) } : answer(asked)),
	/** The same for only one model, whose name ends with the first part of the key: `[[first-round-of:one--name]]`. */
	"first-round-of": (asked) => {
		const [model = "", name = ""] = asked.key.split("--");
		const isOdd = asked.chat.model.endsWith(model) && asked.isFirstRound;
		return isOdd ? { kind: "odd", reply: oddReply(name) } : answer(asked);
	},
	slow: (asked) => ({ ...answer(asked), gapMs: 20 }),
	/** Ten times slower, to the first word and between words. */
	"speed-fast": (asked) => ({ ...answer(asked), gapMs: 2 }),
	"speed-slow": (asked) => ({ ...answer(asked), gapMs: 20 }),
	/** About 60 characters a second: less than the default pace. */
	crawls: (asked) => ({ ...answer(asked), gapMs: 100 }),
	reasoning: (asked) => ({ ...answer(asked), before: [chunk(asked.chat, { reasoning_content: "secret thoughts" })] }),
	empty: (asked) => ({ ...answer(asked), words: [] }),
	"empty-once": (asked) => (asked.countBefore > 0 ? answer(asked) : { ...answer(asked), words: [" ", "\n"] }),
	"no-finish": (asked) => ({ ...answer(asked), after: [DONE] }),
	/** Closes the connection without an end mark. */
	"no-end": (asked) => ({ ...answer(asked), after: [] }),
	cut: broken("cut"),
	"cut-early": (asked) => broken("cut", 0)(asked),
	"cut-early-once": (asked) => (asked.countBefore > 0 ? answer(asked) : broken("cut", 0)(asked)),
	stall: broken("stall"),
	"stall-early": broken("stall", 0),
	hold: broken("hold"),
	"hold-early": broken("hold", 0),
	/** Holds after its last word, before the end mark. */
	"hold-late": broken("hold", Number.POSITIVE_INFINITY),
	/** Holds, and writes another text when it is called again. */
	fickle: (asked) =>
		asked.countBefore > 0 ? answer({ ...asked, text: `Second thoughts. ${asked.text}` }) : broken("hold")(asked),
	malformed: broken("malformed"),
	error: broken("error"),
	"rate-limited": (asked) => (asked.countBefore > 0 ? answer(asked) : status(429, { "retry-after": "1" })),
	"rate-limited-always": () => status(429, { "retry-after": "1" }),
	"rate-limited-for-long": () => status(429, { "retry-after": "3600" }),
	"server-error": () => status(500),
	/** Fails the whole first round of a reply at once, with any seed, so that the participant has to retry. */
	"rate-limited-round": (asked) =>
		asked.threadBefore % 2 === 0 ? status(429, { "retry-after": "3600" }) : answer(asked),
	"server-error-once": (asked) => (asked.countBefore > 0 ? answer(asked) : status(500)),
	refused: () => status(400),
	/** Names itself and its maker, whatever the seed. */
	identifies: (asked) => answer({ ...asked, text: IDENTIFYING }),
	/** vLLM's error for an unknown adapter, in its old and its new format. */
	"no-such-lora": ({ chat }) => ({ ...status(404), body: noSuchLora(chat.model) }),
	"no-such-lora-now": ({ chat }) => ({ ...status(404), body: { error: noSuchLora(chat.model) } }),
	/** OpenAI's error for a parameter that the model does not support. */
	"no-such-parameter": () => ({ ...status(400), body: { error: NO_SUCH_PARAMETER } }),
	/** Sends no token counts, like several servers in a stream. */
	uncounted: (asked) => ({ ...answer(asked), after: [chunk(asked.chat, {}, "stop"), DONE] }),
	/** Difficult for a page: script, a huge table, 20,000 characters, invisible characters. */
	hostile: (asked) => ({ ...answer(asked), words: HOSTILE.match(/[\s\S]{1,400}/g) ?? [] }),
	/** Formulas, money, code and a table, in pieces that cut through all of them. */
	scientific: (asked) => ({ ...answer(asked), words: SCIENTIFIC.match(/[\s\S]{1,17}/g) ?? [] }),
	/** 600 kB of UTF-8 in very long words. Four such replies are too long for a database row. */
	long: (asked) => ({ ...answer(asked), words: Array.from({ length: 20 }, () => `${"語".repeat(9_999)} `) }),
	/** An alias: the reply comes from another model than requested. */
	alias: (asked) => ({ ...answer(asked), before: [chunk({ ...asked.chat, model: "alias-2026-08-06" }, {})] }),
	/** Identifies itself with an endless name. */
	"long-alias": (asked) => ({ ...answer(asked), before: [chunk({ ...asked.chat, model: "long-".repeat(2000) }, {})] }),
};

export function behaviourOf(chat: ChatRequest, before: Before): Behaviour {
	const { countBefore } = before;
	const last = String(chat.messages.at(-1)?.content ?? "");
	const judged = judgeReply(chat);
	if (chat.model === "judge-as-busy" && countBefore === 0) return status(429, { "retry-after": "0" });
	if (chat.model === "judge-as-plain" && "response_format" in chat) return status(400);
	if (judged !== null)
		return {
			...answer({ chat, key: "", ...before, text: judged }),
			gapMs: chat.model === "judge-as-slow" ? 2 : 0,
		};
	const person = personReply(chat);
	if (chat.model === "person-busy" && countBefore === 0) return status(429, { "retry-after": "0" });
	if (chat.model === "person-stalls" && countBefore === 0)
		return broken("stall", 0)({ chat, key: "", ...before, text: person ?? "" });
	if (chat.model === "person-stalls-late" && countBefore === 0)
		return broken("stall", 1)({ chat, key: "", ...before, text: person ?? "" });
	if (person !== null) return answer({ chat, key: "", ...before, text: person });
	const [byModel = "", keyOfModel = ""] = chat.model.split(":");
	const [, name = byModel, key = keyOfModel] = /\[\[([a-z-]+)(?::([\w-]+))?\]\]/.exec(last) ?? [];
	if (name.startsWith("odd-")) return { kind: "odd", reply: oddReply(name.slice("odd-".length)) };
	const act = BEHAVIOURS[name] ?? (name.startsWith("topaz-") ? shy : answer);
	return act({ chat, key, ...before, text: replyTo(last) });
}

function oddReply(name: string): OddReply {
	const reply = Object.hasOwn(ODD_REPLIES, name) ? ODD_REPLIES[name] : undefined;
	if (!reply) throw new Error(`no odd reply is called ${name}`);
	return reply;
}

const SCIENTIFIC = String.raw`The **sum** is \(a_1 + b_1\), and $x_i^2$ is a square. It costs $5 and $10.

\[
\frac{a_1}{b_1} = \sqrt{c_1}
\]

Nobody can draw \(\nonsense_1{ \) or this: $$\undefined_a_b$$

| name | formula |
| --- | --- |
| norm | $|x|$ |

~~~python
total = a_1 * b_1  # costs $5 and $10
~~~
`;

const WIDE = Array.from({ length: 40 }, (_, place) => `column-${place}`);
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const HOSTILE = [
	"# A heading\n",
	"<script>window.hacked = true</script>\n",
	'<img src="https://tracker.example/p.png" onerror="window.hacked = true">\n',
	"![pixel](https://tracker.example/q.png) [run](javascript:window.hacked=true) [out](https://example.org/out)\n",
	"Turned \u202eround\u202c, hid\u200bden, and &lt;b&gt; &amp; so on.\n",
	[row(WIDE), row(WIDE.map(() => "---")), ...Array.from({ length: 60 }, () => row(WIDE))].join("\n"),
	`\n\n${"w".repeat(2000)}\n`,
	"```html\n<iframe src=https://tracker.example></iframe>\n```\n",
	`${"An ordinary sentence follows another. ".repeat(300)}\n\nThe very end.`,
].join("\n");

/** The server's whole reply to a message, for comparison in tests. */
export const replyTo = (message: string): string =>
	`You asked about “${message.replace(/\[\[.*?\]\]/g, "").trim()}”. There are three things to say about that — ${FILLER}`;

/** Contains unmistakable names that occur in no test's study, so that the leak scan finds them if they are not masked. */
export const IDENTIFYING = "Certainly. I am ChatGPT, a model made by Anthropic. Does that help?";

const FILLER =
	"first, it depends; second, most people find their own way; and third, it helps to write it down. 🙂 Does that help?";

function answer({ chat, text }: Asked): Extract<Behaviour, { kind: "stream" }> {
	const all = text.match(/\s*\S+/g) ?? [];
	const words = chat.max_tokens === 1 ? all.slice(0, 1) : all;
	return {
		kind: "stream",
		words,
		gapMs: 0,
		before: [],
		after: [chunk(chat, {}, "stop"), usageChunk(chat), DONE],
		breaks: null,
	};
}

function broken(how: Break["how"], at = BREAK_AT): (asked: Asked) => Behaviour {
	return (asked) => ({ ...answer(asked), breaks: { at, how, key: asked.key } });
}

const noSuchLora = (model: string) => ({
	object: "error",
	message: `The model \`${model}\` does not exist.`,
	type: "NotFoundError",
	param: null,
	code: 404,
});

const NO_SUCH_PARAMETER = {
	message: "Unsupported value: 'temperature' does not support 0.5 with this model.",
	type: "invalid_request_error",
	param: "temperature",
	code: "unsupported_value",
};

const status = (code: number, headers: Record<string, string> = {}): Behaviour => ({
	kind: "status",
	status: code,
	headers,
});
