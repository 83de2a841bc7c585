/** The files of a zip without compression, read by its directory, as an unzip program would. */
export function filesOf(zip: Uint8Array): Map<string, Uint8Array> {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	let end = zip.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
	if (end < 0) throw new Error("the zip has no directory");
	const files = new Map<string, Uint8Array>();
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		if (view.getUint16(at + 10, true) !== 0) throw new Error("the file is compressed");
		const size = view.getUint32(at + 24, true);
		const local = view.getUint32(at + 42, true);
		const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + (nameLength ?? 0)));
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		files.set(name, zip.subarray(start, start + size));
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return files;
}
