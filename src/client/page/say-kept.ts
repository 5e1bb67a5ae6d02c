/**
 * Says on a page that was opened without a network that it is a kept copy: whoever cites it should know
 * that the site may have moved on.
 */
function sayKept(): void {
	// Insecure origins have no service workers.
	const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
	// The page of the controls says itself what is kept, and takes the place of what is not.
	if (navigator.onLine || !workers?.controller || document.querySelector('pl-offline')) return;
	const note = document.createElement('p');
	note.className = 'quiet';
	note.textContent =
		'You are offline. This is the copy that this browser kept; the site may have a newer one.';
	document.querySelector('.page-title')?.after(note);
}

sayKept();
