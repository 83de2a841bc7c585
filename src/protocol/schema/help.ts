import { z } from "zod";
import { text } from "./field.ts";

/** Help during a session and at its end. All of it is the same for every arm. */
export const contactSchema = z.strictObject({
	name: text.describe("A person or a team."),
	email: z.email(),
	ethics: text.optional().describe("The ethics board and the reference of its approval."),
});

/** The exits of a session, by their names in the contract. */
export const EXITS = [
	"completed",
	"screened_out",
	"failed_checks",
	"declined",
	"full",
	"withdrawn",
	"expired",
] as const;

export const debriefSchema = z.union([
	text,
	z.partialRecord(z.enum(EXITS), text).describe("By exit. An exit without a text has none."),
]);

export const supportSchema = z.record(
	z.string().regex(/^([A-Z]{2}|default)$/, "default, or a country's two capital letters (ISO 3166-1), such as GB"),
	text,
);

const reportExit = z.enum(["completed", "screened_out", "withdrawn"]);

export const reportsSchema = z.strictObject({
	harmful: reportExit.optional().describe("Of a reply that upset or harms."),
	broken: reportExit.optional().describe("Of a reply that is cut, garbled or in another language."),
});
