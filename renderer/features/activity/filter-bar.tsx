import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { AuditFilter } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { strings } from '../../strings/es.ts';
import { activityStrings } from '../../strings/es/activity.ts';

const texts = activityStrings.filters;

/** Acts that nobody did who had signed in. */
const NO_USER = 'NO_USER' satisfies AuditFilter['actorId'];

export const NO_FILTER: AuditFilter = {
  actorId: null,
  action: null,
  objectType: null,
  objectId: null,
  from: null,
  to: null,
};

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
  wide: { width: '230px' },
  actor: { width: '200px' },
  middle: { width: '160px' },
  number: { width: '110px' },
  day: { width: '150px' },
  control: { minWidth: 0, width: '100%' },
});

type Named<K extends string> = readonly (readonly [K, string])[];

function byWord<K extends string>(words: Readonly<Record<K, string>>): Named<K> {
  return (Object.entries(words) as [K, string][]).sort((a, b) => a[1].localeCompare(b[1], 'es'));
}

const ACTIONS = byWord(strings.auditActs);
const OBJECTS = byWord(strings.labels.auditObject);

/** Everything that the log can be narrowed by. */
export function FilterBar({
  filter,
  onChange,
}: {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}) {
  const styles = useStyles();
  const people = useQuery(api.audit.people.queryOptions());
  const set = (change: Partial<AuditFilter>): void => onChange({ ...filter, ...change });
  return (
    <div className={styles.bar} role="group" aria-label={texts.label}>
      <Field label={texts.actor} className={styles.actor}>
        <Select
          className={styles.control}
          value={filter.actorId === null ? '' : String(filter.actorId)}
          onChange={(_, { value }) =>
            set({ actorId: value === '' ? null : value === NO_USER ? value : Number(value) })
          }
        >
          <option value="">{texts.anyone}</option>
          <option value={NO_USER}>{texts.noUser}</option>
          {people.data?.map((person) => (
            <option key={person.id} value={person.id}>
              {person.active ? person.displayName : texts.left(person.displayName)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.action} className={styles.wide}>
        <Select
          className={styles.control}
          value={filter.action ?? ''}
          onChange={(_, { value }) =>
            set({ action: ACTIONS.find(([action]) => action === value)?.[0] ?? null })
          }
        >
          <option value="">{texts.anything}</option>
          {ACTIONS.map(([action, word]) => (
            <option key={action} value={action}>
              {word}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.object} className={styles.middle}>
        <Select
          className={styles.control}
          value={filter.objectType ?? ''}
          onChange={(_, { value }) =>
            set({
              objectType: OBJECTS.find(([type]) => type === value)?.[0] ?? null,
              ...(value === '' ? { objectId: null } : {}),
            })
          }
        >
          <option value="">{texts.anyObject}</option>
          {OBJECTS.map(([type, word]) => (
            <option key={type} value={type}>
              {word}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.number} className={styles.number}>
        <Input
          className={styles.control}
          inputMode="numeric"
          maxLength={10}
          disabled={filter.objectType === null}
          value={filter.objectId === null ? '' : String(filter.objectId)}
          onChange={(_, { value }) => {
            const digits = value.replaceAll(/\D/g, '');
            set({ objectId: Number(digits) > 0 ? Number(digits) : null });
          }}
        />
      </Field>
      <Field label={texts.from} className={styles.day}>
        <Input
          className={styles.control}
          type="date"
          max={filter.to ?? undefined}
          value={filter.from ?? ''}
          onChange={(_, { value }) => set({ from: value === '' ? null : value })}
        />
      </Field>
      <Field label={texts.to} className={styles.day}>
        <Input
          className={styles.control}
          type="date"
          min={filter.from ?? undefined}
          value={filter.to ?? ''}
          onChange={(_, { value }) => set({ to: value === '' ? null : value })}
        />
      </Field>
      <Button
        appearance="subtle"
        disabled={Object.values(filter).every((value) => value === null)}
        onClick={() => onChange(NO_FILTER)}
      >
        {texts.clear}
      </Button>
    </div>
  );
}
