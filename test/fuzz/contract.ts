import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

export type Parameter = { readonly name: string; readonly in: "path" | "query" | "header"; readonly schema: unknown };

export type Operation = {
	readonly id: string;
	readonly method: string;
	readonly template: string;
	/** The scope that an API key needs. Null if no key is accepted, or a session's token too. */
	readonly scope: string | null;
	/** The scope of an API key that works instead of the session's token. Null if none does. */
	readonly besideToken: string | null;
	/** Whether the session's own token is accepted. */
	readonly bySession: boolean;
	readonly parameters: readonly Parameter[];
	/** Null if the operation takes no body. */
	readonly body: { readonly mediaType: string; readonly schema: unknown } | null;
	/** By status, by media type. */
	readonly responses: Readonly<Record<string, Readonly<Record<string, { readonly schema?: unknown }>>>>;
};

export type Contract = {
	readonly document: unknown;
	readonly operations: readonly Operation[];
	readonly operationAt: (method: string, path: string) => Operation | null;
	/** The faults of a body by the OpenAPI document, as sentences. */
	readonly faultsOf: (operation: Operation, status: number, mediaType: string, value: unknown) => readonly string[];
	readonly faultsOfComponent: (name: string, value: unknown) => readonly string[];
};

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };
type Described = {
	readonly operationId: string;
	readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
	readonly responses: Readonly<Record<string, { readonly content?: Operation["responses"][string] }>>;
};

const ID = "contract";

/** An OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
export function readContract(document: unknown): Contract {
	const operations = Object.entries((document as Document).paths).flatMap(([template, methods]) =>
		Object.entries(methods).map(([method, described]) => operationOf(template, method, described)),
	);
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	ajv.addSchema(document as object, ID);
	const compiled = new Map<string, ValidateFunction>();
	const faultsAt = (pointer: string, value: unknown): readonly string[] => {
		const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${ID}${pointer}` });
		compiled.set(pointer, validate);
		if (validate(value)) return [];
		return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
	};
	return {
		document,
		operations,
		operationAt: finderOf(operations),
		faultsOf: ({ template, method, responses }, status, mediaType, value) => {
			if (responses[status]?.[mediaType]?.schema === undefined) return [];
			const steps = [
				"paths",
				template,
				method.toLowerCase(),
				"responses",
				String(status),
				"content",
				mediaType,
				"schema",
			];
			return faultsAt(`#/${steps.map(escaped).join("/")}`, value);
		},
		faultsOfComponent: (name, value) => faultsAt(`#/components/schemas/${name}`, value),
	};
}

const escaped = (step: string): string =>
	encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%7E", "~");

function operationOf(template: string, method: string, described: Described): Operation {
	const { operationId: id, security = [], parameters = [], requestBody, responses } = described;
	const bySession = security.some((scheme) => "sessionToken" in scheme);
	const scope = security.flatMap((scheme) => scheme.apiKey ?? [])[0] ?? null;
	const [media] = Object.entries(requestBody?.content ?? {});
	return {
		id,
		method: method.toUpperCase(),
		template,
		scope: bySession ? null : scope,
		besideToken: bySession ? scope : null,
		bySession,
		parameters,
		body: media ? { mediaType: media[0], schema: media[1].schema } : null,
		responses: Object.fromEntries(Object.entries(responses).map(([status, { content }]) => [status, content ?? {}])),
	};
}

/** Like the router: literal segments before parameters, and HEAD is GET. */
function finderOf(operations: readonly Operation[]): Contract["operationAt"] {
	const parametersIn = ({ template }: Operation): number => template.split("{").length;
	const patterns = operations
		.toSorted((one, other) => parametersIn(one) - parametersIn(other))
		.map((operation) => ({ operation, pattern: patternOf(operation.template) }));
	return (method, path) => {
		const served = method === "HEAD" ? "GET" : method;
		return (
			patterns.find(({ operation, pattern }) => operation.method === served && pattern.test(path))?.operation ?? null
		);
	};
}

const patternOf = (template: string): RegExp =>
	new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{\w+\}/g, "[^/]+")}$`);
