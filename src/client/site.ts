/** What every page runs: one file, so that one request fetches it. */
import './cite/pl-cite.ts';
import './copy/pl-copy.ts';
import './page/keep-current-in-sight.ts';
import './page/pl-page.ts';
import './page/pl-theme.ts';
import './page/pl-toc.ts';
import './page/say-kept.ts';
import './rules/pl-rule.ts';
import './search/load-field.ts';
import './search/pl-search-dialog.ts';
