/**
 * What browsers of 2021 do not have, by the object that has it in today's: the newest Chromium without these runs the app
 * as the oldest browsers of `vite.config.ts` would (Chrome 90, Safari 15.0, Firefox 98). Syntax is lowered by the build;
 * these are not.
 */
export const YOUNGER: Readonly<Record<string, readonly string[]>> = {
	"Array.prototype": ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"],
	"String.prototype": ["at", "isWellFormed", "toWellFormed"],
	Array: ["fromAsync"],
	Object: ["groupBy", "hasOwn"],
	Map: ["groupBy"],
	Promise: ["try", "withResolvers"],
	Intl: ["Segmenter"],
	"AbortSignal.prototype": ["throwIfAborted"],
	AbortSignal: ["abort", "any", "timeout"],
	"ReadableStream.prototype": ["pipeThrough", "pipeTo", "values"],
	ReadableStream: ["from"],
	"HTMLDialogElement.prototype": ["close", "show", "showModal"],
	"HTMLElement.prototype": ["hidePopover", "showPopover", "togglePopover"],
	"Element.prototype": ["checkVisibility"],
	"Crypto.prototype": ["randomUUID"],
	globalThis: ["requestIdleCallback", "scheduler", "structuredClone", "TextDecoderStream", "TransformStream"],
};

/** For `addInitScript`. The iterator of a stream goes with its `values`. */
export const FORGET = `
for (const [owner, names] of Object.entries(${JSON.stringify(YOUNGER)}))
	for (const name of names) delete owner.split(".").reduce((object, part) => object[part], globalThis)[name];
delete ReadableStream.prototype[Symbol.asyncIterator];
`;
