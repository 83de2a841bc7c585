import { readFileSync } from "node:fs";

const FILES = { LOAD_PY: "clients/python/load_package.py", LOAD_R: "clients/r/load_package.R" };

/** The starter scripts as a module, because a Worker cannot read files. */
export const startersSource = (): string =>
	[
		"// Written by `npm run generate:starters` from clients/.\n",
		...Object.entries(FILES).map(([name, path]) => {
			const text = readFileSync(path, "utf8").replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
			return `export const ${name} = \`${text}\`;\n`;
		}),
	].join("\n");
