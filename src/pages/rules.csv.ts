import { exportCsv } from '../site/exports.ts';

/** All rules, for spreadsheets. */
export async function GET(): Promise<Response> {
	return new Response(await exportCsv(), {
		headers: { 'content-type': 'text/csv; charset=utf-8' },
	});
}
