/** Names of the standards as readers know them, in the order in which they are shown. */
export const standardTitles: Record<string, string> = {
	'owasp-api': 'OWASP API Security Top 10 2023',
	'owasp-top10': 'OWASP Top 10:2025',
	asvs: 'OWASP ASVS 5.0.0',
	cwe: 'CWE',
	rfc: 'RFC',
	spec: 'Specifications',
	docs: 'Documentation and practice',
};
