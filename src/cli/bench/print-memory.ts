import { readdirSync, readFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/**
 * Loaded before a command that is measured: says its peak memory, in MB, when it ends. That of all processes
 * that it starts, and that they start, is added, as far as the system tells (Linux does).
 */

/** Tells processes that the command starts that they are measured already. */
const mark = 'PLUMBLINE_MEASURED';
const interval = 100;

if (!isMainThread && workerData instanceof SharedArrayBuffer) {
	watch(new Float64Array(workerData));
} else if (isMainThread && process.env[mark] === undefined) {
	process.env[mark] = String(process.pid);
	measure();
}

function measure(): void {
	const peak = new Float64Array(new SharedArrayBuffer(8));
	// The command may wait for another one without a turn of its own: the watch is kept in a thread.
	new Worker(new URL(import.meta.url), { workerData: peak.buffer, execArgv: [] }).unref();
	process.on('exit', () => {
		const own = process.resourceUsage().maxRSS / 1024;
		console.log(`peak memory ${Math.round(Math.max(own, peak[0] ?? 0))} MB`);
	});
}

function watch(peak: Float64Array): void {
	setInterval(() => {
		peak[0] = Math.max(peak[0] ?? 0, addMemory(process.pid));
	}, interval);
}

/** Resident memory of a process and all below it, in MB; 0 for one that has ended. */
function addMemory(pid: number): number {
	try {
		const [, kilobytes = '0'] =
			/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		const below = listChildren(pid).map(addMemory);
		return below.reduce((sum, each) => sum + each, Number(kilobytes) / 1024);
	} catch {
		return 0;
	}
}

function listChildren(pid: number): number[] {
	return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
		readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
			.split(' ')
			.filter(Boolean)
			.map(Number),
	);
}
