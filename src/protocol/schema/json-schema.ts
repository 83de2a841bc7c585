import { z } from "zod";
import { protocolSchema } from "./schema.ts";

/** A relative reference, for the schema is served by whoever runs a study and stands in `docs/reference` besides. */
const ID = "protocol.schema.json";

/**
 * The JSON Schema (2020-12) of a protocol as a researcher writes it: what has a default need not be there. Cross-references
 * are beyond it, see `validate.ts`.
 */
export const protocolJsonSchema = (): Record<string, unknown> => {
	const { $schema, ...schema } = z.toJSONSchema(protocolSchema, { io: "input" });
	return { $schema, $id: ID, title: "A Crossover study", ...schema };
};

/** As it stands in `docs/reference`. */
export const protocolSchemaText = (): string => `${JSON.stringify(protocolJsonSchema(), null, "\t")}\n`;
