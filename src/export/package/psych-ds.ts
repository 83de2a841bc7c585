import { timestamp } from "../../shared/clock.ts";
import { TABLES } from "../catalogue.ts";
import { isBlinded } from "../datapackage.ts";
import type { Source } from "../table.ts";

/** Psych-DS names files by pairs of a keyword and a value of letters and digits, and ends them with `_data`. */
export const dataFileOf = (slug: string, table: string): string =>
	`data/study-${lettersOf(slug)}_description-${lettersOf(table)}_data.csv`;

const lettersOf = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "");

/** `dataset_description.json` of Psych-DS: a Dataset of schema.org that lists every column of the data files once. */
export function datasetDescription({ study }: Source, nowMs: number): object {
	const columns = new Map(TABLES.flatMap(({ fields }) => fields).map((field) => [field.name, field]));
	return {
		"@context": "https://schema.org/",
		"@type": "Dataset",
		name: study.title,
		description: `Data of the study ${study.slug}, exported from Crossover. ${
			isBlinded(study) ? "The study is blinded: labels stand for arms." : "Each label has its arm beside it."
		}`,
		schemaVersion: "Psych-DS 1.5.1",
		identifier: study.protocolHash,
		version: String(study.version),
		dateCreated: timestamp(nowMs),
		variableMeasured: [...columns.values()].map(({ name, description, unit }) => ({
			"@type": "PropertyValue",
			name,
			description,
			...(unit && { unitText: unit }),
		})),
	};
}
