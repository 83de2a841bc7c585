import lists from "stopwords-iso/stopwords-iso.json" with { type: "json" };
import { compareTopics } from "../src/analysis/topics/compare-topics.ts";
import { stopWordsOf } from "../src/judging/text-topics/stop-words.ts";
import { countsByParticipant, type Topics, topicsOf } from "../src/judging/text-topics/topics.ts";
import { randomStream } from "../src/randomisation/draw/generator.ts";
import { sha256Of } from "../src/shared/json.ts";
import { embeddingServer, embeddingsOf } from "./measures/embeddings.ts";
import { languagesOf } from "./measures/language.ts";
import { rowsFrom, textColumn } from "./measures/texts-from.ts";
import { topicsText } from "./measures/topics-text.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { countFrom, misuse, refuse, textFrom } from "./statistics/command.ts";

const USAGE = `Sorts opening messages into topics. By default by TF-IDF and k-means, without a model and without a network.

    npm run topics -- openings.csv [simulated.csv] [options]

With a second file both are sorted by the same topics, and compared: Jensen-Shannon distance with its interval, diversity, shares.

--column NAME       the column of messages (text, content, reply, message or utterance where none is given)
--participant NAME  who wrote them; whole participants are drawn (each row is one participant where none is given)
--topics NUMBER     as many topics; without it, as many as fit best
--language TAG      the language of all messages; without it, each message's language is detected
--bootstrap DRAWS   draws for intervals (1000 where none is given)
--seed TEXT         the seed of clusters and draws (1 where none is given)
--embeddings URL    vectors of an embedding model in place of TF-IDF: any server with OpenAI's /embeddings, such as
                    http://localhost:8000/v1. It gets all messages. Its key, if it needs one, is in EMBEDDINGS_KEY
--model NAME        the embedding model
--json              the result as JSON`;

const OPTIONS = {
	column: { type: "string" },
	participant: { type: "string" },
	topics: { type: "string" },
	language: { type: "string" },
	bootstrap: { type: "string" },
	seed: { type: "string" },
	embeddings: { type: "string" },
	model: { type: "string" },
	json: { type: "boolean" },
} as const;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: OPTIONS });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const { values, positionals } = parsed();
const [path, other, ...more] = positionals;
if (path === undefined || more.length > 0) misuse(USAGE);

type Message = { readonly text: string; readonly participant: string };

function messagesIn(file: string): Message[] {
	const rows = rowsFrom(textFrom(file, values.json), file);
	if (!rows.ok) return refuse(`${file}: ${rows.error}`, values.json);
	const column = textColumn(rows.value, values.column);
	if (!column.ok) return refuse(`${file}: ${column.error}`, values.json);
	const who = values.participant;
	if (who !== undefined && !Object.hasOwn(rows.value[0] ?? {}, who))
		return refuse(`${file} has no column "${who}".`, values.json);
	return rows.value.map((row, index) => ({
		text: row[column.value] ?? "",
		participant: who === undefined ? String(index + 1) : (row[who] ?? ""),
	}));
}

const sides = [path, ...(other === undefined ? [] : [other])].map(messagesIn);
const messages = sides.flat();
const texts = messages.map(({ text }) => text);
const languages = values.language === undefined ? languagesOf(texts) : texts.map(() => values.language ?? null);
const number =
	values.topics === undefined ? null : (countFrom(values.topics) ?? misuse(USAGE, "--topics is a number, such as 12."));
const draws = countFrom(values.bootstrap ?? "1000") ?? misuse(USAGE, "--bootstrap is a number of draws, such as 1000.");
const seed = sha256Of(values.seed ?? "1").slice("sha256:".length);

const server = embeddingServer(values.embeddings, values.model, (message) => misuse(USAGE, message));
const vectors = server === null ? null : await embeddingsOf(texts, server);
if (vectors !== null && !vectors.ok) refuse(vectors.error, values.json);

const found = topicsOf(
	texts.map((text, index) => ({ text, language: languages[index] ?? null })),
	{
		...{ seed, stopWords: stopWordsOf(lists, languages) },
		...(number === null ? {} : { topics: number }),
		...(vectors === null ? {} : { embeddings: texts.map((text) => vectors.value.get(text) ?? []) }),
	},
);
if (!found.ok) refuse(found.error, values.json);
const topics = found.value;
const comparison = other === undefined ? null : compared(topics);
if (values.json) console.log(JSON.stringify({ ...topics, comparison }));
else
	console.log(
		topicsText(
			topics,
			sides.map(({ length }) => length),
			comparison,
		),
	);

function compared(sorted: Topics) {
	const counts = sides.map((own, side) => {
		const from = side === 0 ? 0 : (sides[0]?.length ?? 0);
		const members = sorted.members.slice(from, from + own.length);
		const owners = own.map(({ participant }) => participant);
		return countsByParticipant({ ...sorted, members }, owners, [...new Set(owners)]);
	});
	return compareTopics(counts[0] ?? [], counts[1] ?? [], {
		draws,
		stream: randomStream(seed, ["topics", "intervals"]),
	});
}
