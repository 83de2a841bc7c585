import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonSource } from "./json-source.ts";

const pointers = (text: string) => readJsonSource(text).faults.map(({ pointer }) => pointer);

describe("readJsonSource", () => {
	it.each([
		['{"a":1,"a":1}', "/a"],
		['{"a":{"b":[{"c":1},{"c":1,"d":2,"c":3}]}}', "/a/b/1/c"],
		['{"a":1,"\\u0061":2}', "/a"],
		['{"a/b":1,"a/b":2}', "/a~1b"],
		['[{"a":1},{"a":1},{"a":1,"a":2}]', "/2/a"],
	])("finds a name that occurs twice: %s", (text, at) => expect(pointers(text)).toEqual([at]));

	it.each([
		["9007199254740993", ""],
		['{"id":12345678901234567890}', "/id"],
		['{"a":[1,-9007199254740992]}', "/a/1"],
		['{"text":1e400}', "/text"],
		['{"text":-1e400}', "/text"],
	])("finds a number that JSON.parse changes: %s", (text, at) => expect(pointers(text)).toEqual([at]));

	it.each(['{"__proto__":{}}', '{"\\u005f_proto__":1}'])("finds the name __proto__: %s", (text) =>
		expect(pointers(text)).toEqual(["/__proto__"]),
	);

	it.each([
		"9007199254740991",
		'{"a":[1.5,-0,1e22,0.1234567890123456789],"b":"9007199254740993"}',
		'{"a":{"a":{"a":1}},"b":["a","a"],"c":"\\"a\\":1,\\"a\\":2"}',
		'{"a:":1,"b":":","c":"{","d":"\\\\"}',
		'"a"',
		"null",
	])("finds no fault: %s", (text) => expect(pointers(text)).toEqual([]));

	it("gives the written form of numbers in named fields of the outermost object only", () => {
		const text = '{"id":12345678901234567890,"x":1.0,"deep":{"id":3},"list":[4],"last":-7}';
		expect(readJsonSource(text, ["id", "x", "list"])).toEqual({
			faults: [],
			written: new Map([
				["id", "12345678901234567890"],
				["x", "1.0"],
			]),
		});
		expect(readJsonSource('{"id":1,"id":2,"deep":{"id":12345678901234567890}}', ["id"]).faults).toHaveLength(2);
	});

	it("finds in the output of JSON.stringify nothing but large numbers and the name __proto__", () =>
		fc.assert(
			fc.property(fc.jsonValue(), fc.boolean(), (value, spaced) => {
				const text = JSON.stringify(value, null, spaced ? 2 : 0);
				const wrong = readJsonSource(text).faults.filter(
					({ detail }) => !/more digits|name is not allowed/.test(detail),
				);
				expect(wrong).toEqual([]);
			}),
		));
});
