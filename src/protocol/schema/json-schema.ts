import { z } from "zod";
import { protocolSchema } from "./schema.ts";

/** A relative reference, because every installation serves the schema, and `docs/reference` has a copy. */
const ID = "protocol.schema.json";

/**
 * The JSON Schema (2020-12) of a protocol as a researcher writes it: fields with defaults are optional. It cannot
 * express cross-references, see `validate.ts`.
 */
export const protocolJsonSchema = (): Record<string, unknown> => {
	const { $schema, ...schema } = z.toJSONSchema(protocolSchema, { io: "input" });
	return { $schema, $id: ID, title: "A Crossover study", ...schema };
};

/** The text of the file in `docs/reference`. */
export const protocolSchemaText = (): string => `${JSON.stringify(protocolJsonSchema(), null, "\t")}\n`;
