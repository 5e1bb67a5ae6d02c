import {
	type CitationForm,
	citationForms,
	type Cited,
	formatCitation,
} from '../../review/citation.ts';
import { copyText } from '../clipboard.ts';
import { readForm } from './form.ts';

/** Copies a citation in a form, by default the reader's last one; says what became of it. */
export async function copyCitation(
	cited: Cited,
	form: CitationForm = readForm(),
): Promise<{ text: string; message: string; isCopied: boolean }> {
	const text = formatCitation(cited, form);
	const isCopied = await copyText(text);
	const name = citationForms[form];
	const message = isCopied
		? `Copied: ${name}`
		: `The browser refused to copy. ${name}, selected: press Ctrl+C or ⌘C`;
	return { text, message, isCopied };
}
