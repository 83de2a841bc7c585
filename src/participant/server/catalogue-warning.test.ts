import { expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { catalogueWarnings } from "./catalogue-warning.ts";

it.each(["en", "en-GB", "ar-EG", "ja"])("does not warn of %s, which has a catalogue", (language) =>
	expect(catalogueWarnings(validStudy({ "/language": language }))).toEqual([]),
);

it("warns of a language without a catalogue, and names those there are", () =>
	expect(catalogueWarnings(validStudy({ "/language": "fr" }))).toEqual([
		{
			code: "language_without_catalogue",
			pointer: "/language",
			detail:
				'There is no catalogue in "fr": participants see buttons, errors and help in English. There are en, ar, ja.',
		},
	]));
