import { useEffect, useRef, useState } from 'react';
import {
  Button,
  Field,
  Input,
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  TagGroup,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Bookmark20Regular } from '@fluentui/react-icons';
import type { CaseFilter, CaseView } from '../../../main/api/contract/index.ts';
import { usePreferences } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { casesStrings } from '../../strings/es/cases.ts';

const text = casesStrings.views;
/** As many as stand in two lines; the contract takes no more. */
const MOST = 12;

const useStyles = makeStyles({
  surface: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  tags: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
});

/** The filters that this person gave a name: one click shows them again. `filter` is the one to be kept now. */
export function SavedViews({ filter, onPick }: { filter: CaseFilter; onPick: (view: CaseView) => void }) {
  const styles = useStyles();
  const notice = useNotice();
  const [{ caseViews }, update] = usePreferences();
  const latest = useRef(caseViews);
  useEffect(() => {
    latest.current = caseViews;
  });
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const others = caseViews.filter((view) => view.name !== trimmed);
  const full = others.length >= MOST;

  const save = (): void => {
    if (trimmed === '' || full) return;
    update({ caseViews: [...others, { name: trimmed, ...filter }] });
    setNaming(false);
    setName('');
    notice(text.saved(trimmed));
  };
  const remove = (view: CaseView): void => {
    update({ caseViews: caseViews.filter((one) => one !== view) });
    notice(text.removed(view.name), {
      undo: async () => {
        update({ caseViews: [...latest.current, view] });
      },
    });
  };

  return (
    <>
      <Popover trapFocus open={naming} onOpenChange={(_, { open }) => setNaming(open)}>
        <PopoverTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<Bookmark20Regular />}>
            {text.save}
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={text.save}>
          <form
            className={styles.surface}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <Field label={text.name} {...(full ? { validationMessage: text.full(MOST) } : {})}>
              <Input maxLength={40} value={name} onChange={(_, { value }) => setName(value)} />
            </Field>
            <Button type="submit" appearance="primary" disabled={trimmed === '' || full}>
              {text.keep}
            </Button>
          </form>
        </PopoverSurface>
      </Popover>
      {caseViews.length > 0 && (
        <TagGroup size="small" aria-label={text.label} className={styles.tags}>
          {caseViews.map((view) => (
            <InteractionTag key={view.name} value={view.name} size="small">
              <InteractionTagPrimary hasSecondaryAction onClick={() => onPick(view)}>
                {view.name}
              </InteractionTagPrimary>
              <InteractionTagSecondary aria-label={text.remove(view.name)} onClick={() => remove(view)} />
            </InteractionTag>
          ))}
        </TagGroup>
      )}
    </>
  );
}
