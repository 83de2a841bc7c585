// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of survey tools look like this.
import { describe, expect, it } from "vitest";
import { newSessionDocuments } from "./documents.ts";
import { readNewSession } from "./read-new-session.ts";

const FORM = "application/x-www-form-urlencoded";
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const asJson = (body: unknown) => readNewSession("application/json; charset=utf-8", bytes(JSON.stringify(body)));
const asForm = (body: string) => readNewSession(FORM, bytes(body));

type Read = ReturnType<typeof readNewSession>;
const request = (read: Read) => (read.ok ? read.value.request : read.error);
const pointers = (read: Read) => (read.ok ? [] : (read.error.errors ?? []).map((fault) => fault.pointer));

const RETURN = "https://survey.example.org/back?r=1&r=2";
const EXPECTED = {
	participant: { id: "R_3", source: "qualtrics", attributes: { region: "north", wave: "2" } },
	returnUrl: RETURN,
	pool: "pilot",
};

describe("a request for a session", () => {
	it.each([
		[
			"nested JSON",
			asJson({
				participant: { id: "R_3", source: "qualtrics", attributes: { region: "north", wave: "2" } },
				returnUrl: RETURN,
				pool: "pilot",
			}),
		],
		[
			"flat JSON",
			asJson({
				"participant.id": "R_3",
				"participant.source": "qualtrics",
				"participant.attributes.region": "north",
				"participant.attributes.wave": "2",
				returnUrl: RETURN,
				pool: "pilot",
			}),
		],
		[
			"JSON of both kinds without a conflict",
			asJson({
				participant: { id: "R_3", attributes: { region: "north" } },
				"participant.source": "qualtrics",
				"participant.attributes.wave": "2",
				returnUrl: RETURN,
				pool: "pilot",
			}),
		],
		[
			"a form",
			asForm(
				`participant.id=R_3&participant.source=qualtrics&participant.attributes.region=north&participant%2Eattributes%2Ewave=2&returnUrl=${encodeURIComponent(RETURN)}&pool=pilot`,
			),
		],
	])("is the same as %s", (_, read) => expect(request(read)).toEqual(EXPECTED));

	it("of a flat kind takes an empty value as missing", () => {
		const read = asForm("participant.id=a+b&participant.source=&participant.attributes.region=&returnUrl=&pool=");
		expect(request(read)).toEqual({ participant: { id: "a b", source: "api", attributes: {} } });
	});

	it("of a nested kind takes empty attributes as they are, and an empty address and pool as missing", () => {
		const read = asJson({ participant: { id: "a", attributes: { region: "" } }, returnUrl: "", pool: "" });
		expect(request(read)).toEqual({ participant: { id: "a", source: "api", attributes: { region: "" } } });
	});
});

describe("a fault", () => {
	it.each([
		["a missing id of a form", asForm("participant.source=qualtrics"), ["/participant.id"]],
		["an empty form", asForm(""), ["/participant.id"]],
		["an empty id of a form", asForm("participant.id="), ["/participant.id"]],
		["a missing id of flat JSON", asJson({ "participant.source": "qualtrics" }), ["/participant.id"]],
		["a missing id of nested JSON", asJson({ participant: {} }), ["/participant/id"]],
		["a missing participant", asJson({ returnUrl: RETURN }), ["/participant"]],
		["a placeholder", asForm("participant.id=${e://Field/ResponseID}"), ["/participant.id"]],
		[
			"a placeholder in an attribute",
			asForm("participant.id=a&participant.attributes.x={TOKEN}"),
			["/participant.attributes.x"],
		],
		["an unknown field", asForm("participant.id=a&participant.name=b"), ["/participant.name"]],
		["an unknown field on top", asForm("participant.id=a&id=b"), ["/id"]],
		[
			"an attribute with a dot in its name",
			asForm("participant.id=a&participant.attributes.x.y=1"),
			["/participant.attributes.x.y"],
		],
		["a field twice in a form", asForm("participant.id=a&participant.id=b"), ["/participant.id"]],
		["a field twice with the same value", asForm("participant.id=a&pool=pilot&pool=pilot"), ["/pool"]],
		["a field nested and flat", asJson({ participant: { id: "a" }, "participant.id": "b" }), ["/participant.id"]],
		[
			"an attribute nested and flat",
			asJson({ participant: { id: "a", attributes: { x: "1" } }, "participant.attributes.x": "2" }),
			["/participant.attributes.x"],
		],
		[
			"a participant that is no object, and flat",
			asJson({ participant: "a", "participant.id": "b" }),
			["/participant.id", "/participant"],
		],
		[
			"the nested field of a body with both",
			asJson({ participant: { id: "" }, "participant.source": "q" }),
			["/participant/id"],
		],
		["an unknown pool", asForm("participant.id=a&pool=test"), ["/pool"]],
		["the pool of simulations", asForm("participant.id=a&pool=simulated"), ["/pool"]],
		["a pool that the source contradicts", asForm("participant.id=a&participant.source=pilot&pool=live"), ["/pool"]],
		["a form that is not in UTF-8", asForm("participant.id=J%F6rg"), ["/participant.id"]],
		["a list", asJson([]), [""]],
	])("is reported where the caller wrote it: %s", (_, read, expected) => expect(pointers(read)).toEqual(expected));

	it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
		"is an attribute with the name %s, in every form",
		(name) => {
			expect(pointers(asJson({ "participant.id": "a", [`participant.attributes.${name}`]: "x" }))).toEqual([
				`/participant.attributes.${name}`,
			]);
			expect(pointers(asForm(`participant.id=a&participant.attributes.${name}=x`))).toEqual([
				`/participant.attributes.${name}`,
			]);
			expect(pointers(asForm(`participant.id=a&participant.${name}=x`))).toEqual([`/participant.${name}`]);
			expect(pointers(asForm(`participant.id=a&${name}=x`))).toEqual([`/${name}`]);
		},
	);

	it("is another content type", () => {
		expect(readNewSession("multipart/form-data; boundary=x", bytes(""))).toMatchObject({
			error: { code: "unsupported_media_type" },
		});
		expect(readNewSession("", bytes("{}"))).toMatchObject({ error: { code: "unsupported_media_type" } });
		expect(readNewSession("application/json", bytes("{"))).toMatchObject({ error: { code: "malformed_json" } });
	});
});

it("documents the nested and the flat form", () => {
	const { NewSession, FlatNewSession } = newSessionDocuments();
	expect(NewSession).toMatchObject({ required: ["participant"], properties: { pool: { enum: ["live", "pilot"] } } });
	expect(FlatNewSession.required).toEqual(["participant.id"]);
});
