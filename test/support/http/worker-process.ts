import { runBundle } from "./real-worker.ts";

/**
 * `node worker-process.ts <folder> <bindings as JSON> [configuration]` runs the bundled Worker in a process of its own, so that
 * a test can kill it and measure its CPU time. Prints the Worker's address.
 */
const [folder = "", bindings = "{}", config] = process.argv.slice(2);
const { url } = await runBundle(folder, JSON.parse(bindings), () => {}, config);
// biome-ignore lint/suspicious/noConsole: the process that started it reads this line.
console.log(url.origin);
