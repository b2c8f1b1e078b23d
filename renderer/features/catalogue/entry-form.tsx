import { useId, useState } from 'react';
import {
  Caption1,
  Checkbox,
  Field,
  Input,
  Label,
  Select,
  Switch,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { CatalogueEntry, CatalogueEntryData } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { errorCode, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { catalogueStrings } from '../../strings/es/catalogue.ts';
import { CATEGORY_ORDER } from '../../strings/es/labels.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { refusedFields } from '../settings/parts.tsx';
import { WAYS } from './access.ts';

const text = catalogueStrings.form;
const NO_CATEGORY = 'NONE';
const CATEGORIES = CATEGORY_ORDER.filter((category) => category !== NO_CATEGORY);

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

const BLANK: CatalogueEntryData = {
  kind: 'SERVICE',
  audience: 'CITIZEN',
  section: '',
  name: '',
  access: [],
  category: null,
  words: [],
  active: true,
};

/** One entry of the catalogue, new or as it stands. */
export function EntryForm({ entry, onClose }: { entry: CatalogueEntry | null; onClose: () => void }) {
  const styles = useStyles();
  const accessId = useId();
  const notify = useNotice();
  const report = useErrorReporter();
  const [data, setData] = useState<CatalogueEntryData>(entry ?? BLANK);
  const [words, setWords] = useState(data.words.join(', '));
  const set = (part: Partial<CatalogueEntryData>): void => setData({ ...data, ...part });
  const save = useMutation({
    mutationFn: () => {
      const { kind, audience, section, name, access, category, active } = data;
      return client.catalogue.save({
        id: entry?.id ?? null,
        version: entry?.version ?? null,
        kind,
        audience,
        section,
        name,
        access: WAYS.filter((way) => access.includes(way)),
        category,
        words: words
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
        active,
      });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: api.catalogue.key() });
      notify(text.saved);
      onClose();
    },
    onError: (error) => {
      if (refusedFields(error).size === 0) report(error);
    },
  });
  const refused = refusedFields(save.error);
  const problem = (field: string): string | undefined =>
    [...refused].some((path) => path === field || path.startsWith(`${field}.`))
      ? settingsStrings.invalid
      : undefined;
  return (
    <InlineForm
      title={entry === null ? catalogueStrings.add : catalogueStrings.editOf(entry.name)}
      headingLevel="h3"
      save={strings.common.save}
      saveDisabled={data.name.trim() === '' || data.section.trim() === ''}
      busy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <Field
        label={text.name}
        required
        validationMessage={errorCode(save.error) === 'DUPLICATE' ? text.duplicate : problem('name')}
      >
        <Input value={data.name} maxLength={160} onChange={(_, { value }) => set({ name: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label={text.kind}>
          <Select
            value={data.kind}
            onChange={(_, { value }) => set({ kind: value === 'ENTITY' ? 'ENTITY' : 'SERVICE' })}
          >
            {(['SERVICE', 'ENTITY'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {catalogueStrings.kind[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text.audience}>
          <Select
            value={data.audience}
            onChange={(_, { value }) =>
              set({ audience: AUDIENCES.find((audience) => audience === value) ?? 'EVERYONE' })
            }
          >
            {AUDIENCES.map((audience) => (
              <option key={audience} value={audience}>
                {catalogueStrings.audience[audience]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={text.section} hint={text.sectionHint} required validationMessage={problem('section')}>
        <Input value={data.section} maxLength={80} onChange={(_, { value }) => set({ section: value })} />
      </Field>
      <div role="group" aria-labelledby={accessId}>
        <Label id={accessId}>{text.access}</Label>
        <div>
          {WAYS.map((way) => (
            <Checkbox
              key={way}
              label={catalogueStrings.way[way]}
              checked={data.access.includes(way)}
              onChange={(_, { checked }) =>
                set({
                  access:
                    checked === true ? [...data.access, way] : data.access.filter((other) => other !== way),
                })
              }
            />
          ))}
        </div>
        <Caption1 className={styles.muted}>{text.accessHint}</Caption1>
      </div>
      <Field label={text.category}>
        <Select
          value={data.category ?? NO_CATEGORY}
          onChange={(_, { value }) =>
            set({ category: CATEGORIES.find((category) => category === value) ?? null })
          }
        >
          <option value={NO_CATEGORY}>{text.noCategory}</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {strings.labels.category[category]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text.words} hint={text.wordsHint} validationMessage={problem('words')}>
        <Textarea
          value={words}
          maxLength={3500}
          resize="vertical"
          onChange={(_, { value }) => setWords(value)}
        />
      </Field>
      <Switch
        label={text.active}
        checked={data.active}
        onChange={(_, { checked }) => set({ active: checked })}
      />
    </InlineForm>
  );
}

const AUDIENCES = ['CITIZEN', 'COMPANY', 'EVERYONE'] as const;
