/** A package of the lock file that takes part in making the site, or may on another system. */
export interface LicensedPackage {
	name: string;
	version: string;
	/** As an SPDX expression; undefined where the package states none. */
	license: string | undefined;
}

/** What npm writes into `package-lock.json`, as far as it is read here. */
export interface LockFile {
	packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

/** Licenses under which a package may take part: by SPDX id, with the reason. */
const accepted = new Map([
	['0BSD', 'asks for nothing'],
	['CC0-1.0', 'asks for nothing'],
	['Apache-2.0', 'asks to be named'],
	['BlueOak-1.0.0', 'asks to be named'],
	['BSD-2-Clause', 'asks to be named'],
	['BSD-3-Clause', 'asks to be named'],
	['ISC', 'asks to be named'],
	['MIT', 'asks to be named'],
	['OFL-1.1', 'a font, which is not sold by itself'],
	['PSF-2.0', 'asks to be named'],
	['Python-2.0', 'asks to be named'],
	['Zlib', 'asks not to claim the work of others'],
	['EPL-2.0', 'asks to share changes; used unchanged, by the build alone'],
	['LGPL-3.0-or-later', 'asks to share changes; used unchanged, by the build alone'],
	['MPL-2.0', 'asks to share changes; used unchanged, by the build alone'],
]);

/** Returns the packages of a lock file, each version once, without those for development alone. */
export function listPackages({ packages }: LockFile): LicensedPackage[] {
	const found = Object.entries(packages)
		.filter(([path, { dev }]) => path !== '' && dev !== true)
		.map(([path, { version = '', license }]) => ({
			name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
			version,
			license,
		}));
	return [...new Map(found.map((each) => [`${each.name}@${each.version}`, each])).values()];
}

/** Says whether every license that an expression demands is accepted: all of AND, one of OR. */
export function isAccepted(license: string | undefined): boolean {
	if (license === undefined) return false;
	const ids = license.replace(/^\((.*)\)$/, '$1');
	// A nested expression is left to a person: its brackets make an id that nobody accepted.
	if (ids.includes(' OR ') && ids.includes(' AND ')) return false;
	if (ids.includes(' OR ')) return ids.split(' OR ').some((id) => accepted.has(id));
	return ids.split(' AND ').every((id) => accepted.has(id));
}

/** Returns the packages by license for the terminal: a line for each, the most frequent first. */
export function formatLicenses(packages: LicensedPackage[]): string {
	const groups = Map.groupBy(packages, ({ license }) => license ?? 'none stated');
	const rows = [...groups].sort(([, a], [, b]) => b.length - a.length);
	const width = Math.max(...rows.map(([license]) => license.length));
	return rows
		.map(([license, all]) => {
			const names = all.slice(0, shown).map(({ name }) => name);
			const more = all.length > shown ? ` and ${all.length - shown} more` : '';
			return `${license.padEnd(width)}  ${String(all.length).padStart(4)}  ${names.join(', ')}${more}\n`;
		})
		.join('');
}

/** Names of packages on a line. */
const shown = 5;
