import type { Protocol } from "../../protocol/schema/schema.ts";
import { TABLES } from "../catalogue.ts";
import { itemRows } from "../items.ts";
import type { Row, Source, Table } from "../table.ts";
import { MISSING_RULES } from "./missing.ts";

type Conversation = Protocol["conversations"][number];

export type Codebook = {
	readonly study: string;
	readonly title: string;
	readonly protocolHash: string;
	readonly tables: readonly Pick<Table, "name" | "title" | "fields" | "key" | "references">[];
	/** The rows of the table `items`. */
	readonly questions: readonly Row[];
	readonly conversations: readonly Pick<Conversation, "id" | "title" | "instructions" | "layout" | "turns" | "scale">[];
	readonly missing: readonly { readonly where: string; readonly rule: string }[];
};

/** The meaning of all columns and questions. It names no arm, so its reader stays blinded. */
export function codebookOf({ slug, title, protocolHash, protocol }: Source["study"]): Codebook {
	return {
		study: slug,
		title,
		protocolHash,
		tables: TABLES.map(({ name, title: about, fields, key, references }) => ({
			name,
			title: about,
			...(key && { key }),
			...(references && { references }),
			fields,
		})),
		questions: itemRows(protocol),
		conversations: protocol.conversations.map(({ id, title: shown, instructions, layout, turns, scale }) => ({
			id,
			title: shown,
			instructions,
			layout,
			turns,
			scale,
		})),
		missing: MISSING_RULES.map(([where, rule]) => ({ where, rule })),
	};
}
