/** In place of Zod's `core/to-json-schema.js` in the deployed Worker, which writes no JSON Schema. */
const none = () => () => {
	throw new Error("The deployed Worker reads its JSON Schema from its static files.");
};

export {
	none as createStandardJSONSchemaMethod,
	none as createToJSONSchemaMethod,
	none as extractDefs,
	none as finalize,
	none as handleUnrepresentable,
	none as initializeContext,
	none as processSchema,
	none as toJSONSchema,
};
