import { vi } from 'vitest';

// A sign-in costs half a second of the processor on purpose. passwords.test.ts proves that cost; all others count
// attempts and look at what comes of them.
vi.mock('../../main/accounts/password-cost.ts', () => ({ PASSWORD_COST: { log2N: 4, r: 8, p: 1 } }));
