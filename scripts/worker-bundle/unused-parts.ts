/** Parts of one file of a package. A name stands for all that have it. */
export type Unused = {
	/** Functions and methods that nothing calls: they throw. */
	readonly functions?: readonly string[];
	/** Classes of which nothing makes an object: they are empty. */
	readonly classes?: readonly string[];
	/** Methods of which no class is used: each class that has one is empty. */
	readonly classesWith?: readonly string[];
	/** Calls that never return, or whose result is not used: the rest of their block is left out. */
	readonly afterCalls?: readonly string[];
	/** By function: properties of its first argument that it does not read then. */
	readonly properties?: Readonly<Record<string, readonly string[]>>;
	/** Objects and arrays that are held by a variable, and need no content. */
	readonly objects?: readonly string[];
};

/** By path under `node_modules`. The same for both Workers: reports count blocks of Markdown, so its lexer stays whole. */
export const UNUSED_PARTS: Readonly<Record<string, Unused>> = {
	// The packages of the AI SDK write requests. The `fetch` that they are given keeps the request and throws, and our own code
	// reads the reply: docs/decisions/own-reader-of-replies.md. They are given no provider options, files or tools.
	"@ai-sdk/openai/dist/internal/index.js": {
		functions: ["doGenerate"],
		afterCalls: ["postJsonToApi"],
		properties: {
			postJsonToApi: ["failedResponseHandler", "successfulResponseHandler"],
			resolveProviderOptions: ["schema"],
			parseProviderOptions: ["schema"],
		},
		objects: [
			"openaiEmbeddingModelEntries",
			"openaiTranscriptionModelEntries",
			"openaiSpeechTranslationModelEntries",
			"openaiSpeechModelEntries",
			"realtimeModelEntries",
		],
	},
	"@ai-sdk/provider-utils/dist/index.js": {
		functions: [
			"zodSchema",
			"safeValidateTypes",
			"validateTypes",
			"safeParseJSON",
			"parseJSON",
			"detectMediaType",
			"serializeModelOptions",
		],
		afterCalls: ["fetch"],
	},
	"workers-ai-provider/dist/index.mjs": {
		functions: ["createGatewayDelegate", "createRun", "doGenerate", "extractContent"],
		classes: [
			"WorkersAIImageModel",
			"WorkersAIEmbeddingModel",
			"WorkersAITranscriptionModel",
			"WorkersAISpeechModel",
			"WorkersAIRerankingModel",
		],
		afterCalls: ["run"],
	},
	"workers-ai-provider/dist/gateway-provider-BIZ2bimW.mjs": { objects: ["GATEWAY_PROVIDERS"] },
	// Only its lexer is called: nothing is written as HTML.
	"marked/lib/marked.esm.js": { classesWith: ["parseMarkdown", "provideLexer", "checkbox", "parseInline"] },
	// The schema is not given to drizzle, so that there are no relational queries. wrangler applies migrations.
	"drizzle-orm/sqlite-core/dialect.js": { functions: ["buildRelationalQuery", "migrate"] },
	"drizzle-orm/relations.js": {
		functions: [
			"extractTablesRelationalConfig",
			"normalizeRelation",
			"mapRelationalRow",
			"createTableRelationsHelpers",
		],
	},
};
