import { type CitationForm, citationForms } from '../../review/citation.ts';
import { getShelf } from '../shelf.ts';

/** The reader's last form is the next one's default. */
const formKey = 'plumbline.cite';

export function readForm(): CitationForm {
	try {
		const form = getShelf().getItem(formKey) ?? '';
		return Object.hasOwn(citationForms, form) ? (form as CitationForm) : 'link';
	} catch {
		return 'link';
	}
}

/** A preference that cannot be kept is none. */
export function writeForm(form: CitationForm): void {
	try {
		getShelf().setItem(formKey, form);
	} catch {
		// Storage is off or full: the next copy begins with the first form.
	}
}
