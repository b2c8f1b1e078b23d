import { createUser, listUsers, updateUser } from '../accounts/accounts.ts';
import { markForReview } from '../learning/overview.ts';
import { PLACEHOLDERS } from '../cases/placeholders.ts';
import { listMailboxes } from '../settings/mailboxes.ts';
import { loadSettings, saveLadder, saveSending, saveSettings } from '../settings/settings.ts';
import { listTemplates, saveTemplate, templateVersions } from '../settings/templates.ts';
import { listUnits, saveUnit } from '../settings/units.ts';
import { api } from './guard.ts';

/** The office's settings, its people, templates and units. */
export const settingsRouter = {
  get: api.settings.get.handler(({ context }) => loadSettings(context.store)),

  save: api.settings.save.handler(async ({ context, input }) => {
    const before = await loadSettings(context.store);
    const saved = await saveSettings(context.store, context.actor, input);
    const { reviewBelow } = saved.triage;
    if (reviewBelow !== before.triage.reviewBelow) {
      await markForReview(context.store, reviewBelow, (ids) =>
        context.events.publish('event', { type: 'MESSAGES_CHANGED', ids: [...ids] }),
      );
    }
    context.sessions.setIdleMinutes(saved.session.idleMinutes);
    context.visits.setIdleSeconds(saved.kiosk.idleSeconds);
    context.events.publish('event', { type: 'SESSION_CHANGED' });
    return saved;
  }),

  saveSending: api.settings.saveSending.handler(({ context, input }) =>
    saveSending(context.store, context.actor, input),
  ),

  saveLadder: api.settings.saveLadder.handler(({ context, input }) =>
    saveLadder(context.store, context.actor, input),
  ),

  mailboxes: api.settings.mailboxes.handler(({ context }) => listMailboxes(context.store)),

  users: api.settings.users.handler(({ context }) => listUsers(context.store)),

  createUser: api.settings.createUser.handler(({ context, input }) =>
    createUser(context.store, context.actor, input),
  ),

  updateUser: api.settings.updateUser.handler(async ({ context, input }) => {
    const user = await updateUser(context.store, context.actor, input);
    // Closed or given a new password: whoever is signed in with the old one is signed out.
    if (!user.active || input.password !== null) {
      context.sessions.signOutUser(user.id, context.clientId);
      context.events.publish('event', { type: 'SESSION_CHANGED' });
    }
    return user;
  }),

  templates: api.settings.templates.handler(({ context }) => listTemplates(context.store)),

  saveTemplate: api.settings.saveTemplate.handler(({ context, input }) =>
    saveTemplate(context.store, context.actor, input),
  ),

  templateVersions: api.settings.templateVersions.handler(({ context, input }) =>
    templateVersions(context.store, input.templateId),
  ),

  placeholders: api.settings.placeholders.handler(() => [...PLACEHOLDERS]),

  units: api.settings.units.handler(({ context }) => listUnits(context.store)),

  saveUnit: api.settings.saveUnit.handler(({ context, input }) =>
    saveUnit(context.store, context.actor, input),
  ),
};
