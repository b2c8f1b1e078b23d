import { app } from './es/app.ts';
import { auditActs } from './es/audit.ts';
import { inbox } from './es/inbox.ts';
import { labels } from './es/labels.ts';
import { reading } from './es/reading.ts';
import { session } from './es/session.ts';

/**
 * The interface's language. Features that load later bring their own file (`strings/es/<feature>.ts`) and import
 * it themselves, so that the first screen stays small.
 */
export const strings = { ...app, labels, auditActs, session, inbox, reading } as const;
