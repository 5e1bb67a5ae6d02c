import { makeReport } from '../../../ingest/report/report.ts';
import { getSiteModel } from '../../../site/model.ts';

/** The ingest report of the site's own documents. */
export async function GET(): Promise<Response> {
	const { documents, findings } = await getSiteModel();
	return new Response(`${JSON.stringify(makeReport({ documents, findings }))}\n`, {
		headers: { 'content-type': 'application/json' },
	});
}
