import { expect, test } from 'vitest';
import { collectAfter } from '../../main/mail/collect.ts';

test('what many stored messages left behind is freed at once, and what few did is not looked for', async () => {
  const left = new WeakRef({ parsed: new Array(1000).fill('texto') });
  // Until the end of its own turn it is held.
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  collectAfter(128);
  expect(left.deref()).toBeDefined();
  await new Promise((resolve) => setImmediate(resolve));
  collectAfter(500);
  expect(left.deref()).toBeUndefined();
});
