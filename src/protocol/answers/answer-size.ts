import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Form, Item } from "../schema/form.ts";
import type { Protocol } from "../schema/schema.ts";
import { numberOfConversations } from "../steps/steps.ts";

/** The largest answer to a step, in bytes of JSON. A form with a longer possible answer is a fault of its protocol. */
export const MOST_ANSWER_BYTES = 1024 * 1024;

/**
 * JSON may write any UTF-16 unit as `\uXXXX`, and encoders of several languages do so for everything except ASCII. In
 * UTF-8 a unit has at most three bytes.
 */
const BYTES_PER_UNIT = 6;
/** Bytes of an item beside its value: its name twice, quotes, and white space for indentation. */
const BYTES_AROUND_AN_ITEM = 200;
const BYTES_AROUND_A_FORM = 2_000;
const LONGEST_NUMBER = 30;
/** Conversations and panes have short neutral names. */
const LONGEST_NAME = 30;

export const answerSizeFaults = (protocol: Protocol): Fault[] =>
	Object.entries(protocol.forms).flatMap(([id, form]) => {
		const bytes = mostBytesOf(form, protocol);
		if (bytes <= MOST_ANSWER_BYTES) return [];
		const detail = `The longest answers to this form have ${bytes} bytes of JSON, and a step takes ${MOST_ANSWER_BYTES}: lower \`maxLength\`, or make two forms of it.`;
		return [{ pointer: pointer(["forms", id]), detail }];
	});

type Outline = Pick<Protocol, "arms" | "conversations" | "design">;

/** An upper bound of the bytes of a form's answer, with any escaping by its client. */
export const mostBytesOf = (form: Form, protocol: Outline): number =>
	form.items.reduce((sum, item) => sum + BYTES_AROUND_AN_ITEM + valueBytes(item, protocol), BYTES_AROUND_A_FORM);

function valueBytes(item: Item, protocol: Outline): number {
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number":
			return LONGEST_NUMBER;
		case "text":
			return textBytes(item.maxLength);
		case "choice":
			return Math.max(...item.options.map(({ value }) => textBytes(value.length)));
		case "choices":
			return listBytes(item.options.map(({ value }) => value.length));
		case "ranking":
			return listBytes(
				typeof item.options === "string"
					? Array.from({ length: Math.max(numberOfConversations(protocol), protocol.arms.length) }, () => LONGEST_NAME)
					: item.options.map(({ value }) => value.length),
			);
		case "guess":
			return LONGEST_NAME;
		case "info":
			return 0;
	}
}

const textBytes = (units: number): number => units * BYTES_PER_UNIT + 2;
const listBytes = (units: readonly number[]): number =>
	units.reduce((sum, each) => sum + textBytes(each) + LONGEST_NUMBER, 2);
