import { limitFaults } from "../../src/http/limits/rules.ts";
import { jurisdictionFault } from "../../src/shared/jurisdiction.ts";
import { tracesFault } from "../../src/shared/tracing/traces-setting.ts";
import { type Configuration, type Finding, finding } from "./finding.ts";

const NOBODY = /^0{8}-/;

/** Findings from the configuration alone. `objects` are the required bindings of Durable Objects. */
export function configurationFindings(config: Configuration, objects: readonly string[]): Finding[] {
	const id = databaseOf(config);
	const bound = config.durable_objects.bindings.map(({ name }) => name);
	const unbound = objects.filter((name) => !bound.includes(name));
	const { observability } = config;
	const quiet =
		observability?.redact_query_string === true &&
		observability.logs?.invocation_logs === false &&
		observability.traces?.enabled === false;
	const addresses = addressesOf(config);
	const faults = variableFaults(config);
	return [
		finding("database id", id === undefined || NOBODY.test(id), {
			good: "stands in wrangler.toml",
			bad: "is missing in wrangler.toml",
			fix: 'Run "npm run wrangler -- d1 create crossover" and put the id under this environment.',
		}),
		finding("Durable Objects", unbound.length > 0, {
			good: "all are bound",
			bad: `not bound: ${unbound.join(", ")}`,
			fix: "Bind them in wrangler.toml under this environment: wrangler inherits no binding.",
		}),
		finding("rate limit", counterOf(config) === undefined, {
			good: "REQUESTS is bound",
			bad: "REQUESTS is not bound",
			fix: "Bind it under ratelimits, so that a flood is stopped before it reaches the database.",
		}),
		researchFinding(config),
		finding("logs", !quiet, {
			good: "keep no URL",
			bad: "may keep URLs, in which participants' ids stand",
			fix: "Set redact_query_string = true, invocation_logs = false and traces.enabled = false under observability.",
		}),
		finding("address", addresses.length === 0, {
			good: addresses.join(", "),
			bad: "the Worker has none",
			fix: "Set workers_dev = true, or routes with a domain of your own, under this environment.",
		}),
		finding("variables", faults.length > 0, {
			good: "are valid",
			bad: `${faults.length === 1 ? "one is" : `${faults.length} are`} not valid`,
			fix: faults.join(" "),
		}),
	];
}

/** Resources that a copy, such as staging, must not share with production. */
export function copyFinding(copy: Configuration, production: Configuration): Finding {
	const same = [
		["name", copy.name === production.name],
		["database_id", databaseOf(copy) === databaseOf(production)],
		["service of RESEARCH", researchService(copy) === researchService(production)],
		["namespace_id of the rate limit", counterOf(copy)?.namespace_id === counterOf(production)?.namespace_id],
	].flatMap(([what, isShared]) => (isShared ? [what] : []));
	return finding("apart from production", same.length > 0, {
		good: "it shares nothing",
		bad: `shared: ${same.join(", ")}`,
		fix: "Do not deploy: it would replace production or write into its data. Give this environment its own.",
	});
}

const databaseOf = ({ d1_databases }: Configuration) =>
	d1_databases.find(({ binding }) => binding === "DB")?.database_id;

const counterOf = ({ ratelimits }: Configuration) => ratelimits?.find(({ name }) => name === "REQUESTS");

/** The name of the environment's research Worker. */
export const researchService = ({ services }: Configuration): string | undefined =>
	services?.find(({ binding }) => binding === "RESEARCH")?.service;

/**
 * Whether an environment has a research Worker of its own. Its name follows from the Worker's own, because one that two
 * deployments share serves only the one that was deployed last, and one with the main Worker's name would replace that.
 */
export function researchFinding(config: Configuration): Finding {
	const service = researchService(config);
	const wanted = `${config.name}-research`;
	return finding("research Worker", service !== wanted, {
		good: `${service} is bound as RESEARCH`,
		bad: service === undefined ? "RESEARCH is not bound" : `RESEARCH is bound to ${service}, not to ${wanted}`,
		fix: `Bind it under services in wrangler.toml, under this environment, with service = "${wanted}": wrangler inherits no binding.`,
	});
}

/** Without a route, wrangler enables workers.dev by default. */
function addressesOf({ routes = [], workers_dev }: Configuration): string[] {
	const patterns = routes.map((route) => (typeof route === "string" ? route : route.pattern));
	return [...patterns, ...((workers_dev ?? patterns.length === 0) ? ["workers.dev"] : [])];
}

function variableFaults({ vars = {} }: Configuration): string[] {
	const texts = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]));
	return [jurisdictionFault(texts.JURISDICTION) ?? [], limitFaults(texts), tracesFault(texts.TRACES) ?? []].flat();
}
