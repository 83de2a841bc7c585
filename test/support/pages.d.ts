/** Pages and files of the documentation, as texts. */
declare module "*.md?raw" {
	const text: string;
	// biome-ignore lint/style/noDefaultExport: Vite gives the text of a file as the default export.
	export default text;
}
declare module "*.qsf?raw" {
	const text: string;
	// biome-ignore lint/style/noDefaultExport: Vite gives the text of a file as the default export.
	export default text;
}
