import { MailboxKind } from '../mail/model.ts';
import type { Store } from '../store/store.ts';

/** A place that messages were read from. `lastSeenAt`: when the last of them was read. */
export type MailboxInfo = {
  readonly id: number;
  readonly name: string;
  readonly kind: MailboxKind;
  readonly location: string;
  readonly messageCount: number;
  readonly lastSeenAt: Date | null;
};

/** Every mailbox, the newest first. */
export async function listMailboxes(store: Store): Promise<MailboxInfo[]> {
  const [mailboxes, sightings] = await Promise.all([
    store.prisma.mailbox.findMany({ orderBy: { id: 'desc' } }),
    store.prisma.sighting.groupBy({ by: ['mailboxId'], _count: true, _max: { id: true } }),
  ]);
  const newest = await store.prisma.sighting.findMany({
    where: { id: { in: sightings.flatMap((group) => group._max.id ?? []) } },
    select: { mailboxId: true, seenAt: true },
  });
  const counts = new Map(sightings.map((group) => [group.mailboxId, group._count]));
  const seen = new Map(newest.map((sighting) => [sighting.mailboxId, sighting.seenAt]));
  return mailboxes.map(({ id, name, kind, location }) => ({
    id,
    name,
    kind: MailboxKind.parse(kind),
    location,
    messageCount: counts.get(id) ?? 0,
    lastSeenAt: seen.get(id) ?? null,
  }));
}
