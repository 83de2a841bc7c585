/**
 * The processor time that this thread has used, in milliseconds. Bounds on it hold on a busy machine, where bounds on the
 * clock fail. A Node older than the packaged one counts the whole process instead, which is more.
 */
export function cpuTimeMs(): number {
	const { user, system } = (process.threadCpuUsage ?? process.cpuUsage)();
	return (user + system) / 1000;
}
