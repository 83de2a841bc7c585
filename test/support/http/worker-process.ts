import { runBundle } from "./real-worker.ts";

/** `node worker-process.ts <folder> <bindings as JSON>`: the bundled Worker in a process of its own, which a test can kill. Says where it is. */
const [folder = "", bindings = "{}"] = process.argv.slice(2);
const { url } = await runBundle(folder, JSON.parse(bindings), () => {});
// biome-ignore lint/suspicious/noConsole: the test reads it from here.
console.log(url.origin);
