import { mkdir, writeFile } from "node:fs/promises";
import { protocolSchemaText } from "../src/protocol/schema/json-schema.ts";

/** Writes the JSON Schema for editors of seeds. A test fails if the committed one differs. */
await mkdir("docs/reference", { recursive: true });
await writeFile("docs/reference/protocol.schema.json", protocolSchemaText());
