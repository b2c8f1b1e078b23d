import { addDays, dayAt, startOfDay } from '../days.ts';
import { loadSettings, saveReviewBelow } from '../settings/settings.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import type { Actor } from '../store/audit.ts';
import {
  decisionCounts,
  decisionsByConfidence,
  decisionsIn,
  reviewRange,
} from '../store/learning-queries.ts';
import { newestMessageId } from '../store/message-rows.ts';
import type { Store } from '../store/store.ts';
import type { LearningOverview } from './model.ts';
import { listRules } from './rules.ts';
import { lastTraining, LEAST_DECISIONS } from './training.ts';
import { listVersions } from './versions.ts';

const WEEKS = 26;

/** Everything the supervisor's page on learning shows. Weeks are the office's, from Monday. */
export async function learningOverview(store: Store): Promise<LearningOverview> {
  const { office, triage } = await loadSettings(store);
  const zone = timeZoneOf(office.provinceCode);
  const today = dayAt(store.clock.now(), zone);
  const monday = addDays(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7));
  const weeks = Array.from({ length: WEEKS }, (_, at) => addDays(monday, (at + 1 - WEEKS) * 7));
  const start = (day: string) => startOfDay(day, zone);
  const { all, after } = decisionCounts(store.sql, await lastTraining(store));
  return {
    versions: await listVersions(store),
    rules: await listRules(store),
    newDecisions: after,
    decisions: all,
    leastDecisions: LEAST_DECISIONS,
    reviewBelow: triage.reviewBelow,
    accuracy: weeks
      .map((week) => ({
        week,
        ...decisionsIn(store.sql, { from: start(week), to: start(addDays(week, 7)) }),
      }))
      .filter(({ decided }) => decided > 0),
    confidence: decisionsByConfidence(store.sql, start(weeks[0] ?? today)),
  };
}

/**
 * Sets the confidence under which a proposal needs a person, and marks what is stored by it. `onChanged` hears the
 * messages whose mark is another now.
 */
export async function setReviewBelow(
  store: Store,
  actor: Actor,
  reviewBelow: number,
  onChanged: (ids: readonly number[]) => void,
): Promise<void> {
  await saveReviewBelow(store, actor, reviewBelow);
  await markForReview(store, reviewBelow, onChanged);
}

/** Ids looked at in one transaction. */
const RANGE = 2000;

/** Marks or unmarks for review what is stored and undecided. */
export async function markForReview(
  store: Store,
  reviewBelow: number,
  onChanged: (ids: readonly number[]) => void,
): Promise<void> {
  const newest = newestMessageId(store.sql);
  for (let from = 1; from <= newest; from += RANGE) {
    const ids = await store.writeSql((sql) => reviewRange(sql, from, from + RANGE - 1, reviewBelow));
    if (ids.length > 0) onChanged(ids);
  }
}
