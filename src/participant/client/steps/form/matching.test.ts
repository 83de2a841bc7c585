import { expect, it } from "vitest";
import { matching } from "./matching.ts";

const COUNTRIES = ["Guinea", "Equatorial Guinea", "Côte d’Ivoire", "Papua New Guinea", "Türkiye", "日本", "مصر"];
const options = COUNTRIES.map((label) => ({ value: label, label }));
const found = (typed: string) => matching(options, typed).map(({ label }) => label);

it.each([
	["", COUNTRIES],
	["gui", ["Guinea", "Equatorial Guinea", "Papua New Guinea"]],
	["new g", ["Papua New Guinea"]],
	["cote", ["Côte d’Ivoire"]],
	["IVO", ["Côte d’Ivoire"]],
	["turk", ["Türkiye"]],
	["atorial", ["Equatorial Guinea"]],
	["日", ["日本"]],
	["مص", ["مصر"]],
	["xyz", []],
])("given %j, finds %j", (typed, labels) => expect(found(typed)).toEqual(labels));
