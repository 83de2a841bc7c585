/** A file as text, for tests inside the Workers runtime. */
declare module "*.csv?raw" {
	const text: string;
	// biome-ignore lint/style/noDefaultExport: Vite gives the text of a file as the default export.
	export default text;
}
