import { expect, it } from "vitest";
import { regionAmong } from "./region.ts";

it.each<[languages: string[], country: string | undefined]>([
	[["en-GB"], "GB"],
	[["de", "en-us"], "US"],
	[["zh-Hant-TW", "en-GB"], "GB"],
	[["fr-FR"], undefined],
	[["en"], undefined],
	[[], undefined],
])("given the languages %j, the country is %s", (languages, country) =>
	expect(regionAmong(languages, ["GB", "US"])).toBe(country),
);
