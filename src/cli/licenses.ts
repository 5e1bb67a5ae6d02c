import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../collections/content.ts';
import {
	formatLicenses,
	isAccepted,
	listPackages,
	type LockFile,
} from './licenses/list-licenses.ts';

process.exitCode = await main();

/** Lists the licenses of the packages that take part in the build; fails on one that nobody agreed to. */
async function main(): Promise<number> {
	const text = await readFile(join(root, 'package-lock.json'), 'utf8');
	// npm writes the file and checks its shape.
	const packages = listPackages(JSON.parse(text) as LockFile);
	const refused = packages.filter(({ license }) => !isAccepted(license));
	process.stdout.write(formatLicenses(packages));
	for (const { name, version, license } of refused) {
		console.error(
			`Unexpected license “${license ?? 'none'}” of ${name} ${version}, expected one of ` +
				'src/cli/licenses/list-licenses.ts: replace the package, or agree to the license there.',
		);
	}
	return refused.length > 0 ? 1 : 0;
}
