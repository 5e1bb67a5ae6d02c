import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends the output with one plain line that counts the tests. */
export default class ClosingLine implements Reporter {
	readonly #outcomes = new Map<TestCase, TestResult['status']>();

	onTestEnd(test: TestCase, result: TestResult): void {
		this.#outcomes.set(test, result.status);
	}

	onExit(): Promise<void> {
		const tests = [...this.#outcomes.keys()];
		const skipped = tests.filter((test) => test.outcome() === 'skipped').length;
		const failed = tests.filter((test) => test.outcome() === 'unexpected').length;
		const flaky = tests.filter((test) => test.outcome() === 'flaky').length;
		const passed = tests.length - skipped - failed;
		const second = flaky > 0 ? ` (${flaky} at the second try)` : '';
		console.log(`${passed} passed${second}, ${failed} failed, ${skipped} skipped`);
		return Promise.resolve();
	}

	printsToStdio(): boolean {
		return false;
	}
}
