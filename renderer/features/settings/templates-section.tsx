import { useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useRemembered } from '../../app/remembered.ts';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { TemplateEditor } from './template-editor.tsx';

const texts = settingsStrings.templates;

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalM },
  columns: {
    display: 'flex',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (max-width: 1023px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  side: {
    width: '240px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { width: '100%', justifyContent: 'start', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  words: { display: 'flex', flexDirection: 'column' },
  muted: { color: tokens.colorNeutralForeground3 },
  editor: { flexGrow: 1, minWidth: 0 },
});

/** The answers the office writes with. */
export function TemplatesSection() {
  const styles = useStyles();
  const templates = useQuery(api.settings.templates.queryOptions());
  const placeholders = useQuery(api.settings.placeholders.queryOptions({ staleTime: Infinity }));
  const [chosen, setChosen] = useRemembered<number | 'NEW' | null>('settings.template', null);
  const [round, setRound] = useState(0);
  const error = templates.error ?? placeholders.error;
  if (error !== null) {
    return (
      <ErrorBar
        error={error}
        onRetry={() => {
          void templates.refetch();
          void placeholders.refetch();
        }}
      />
    );
  }
  if (templates.data === undefined || placeholders.data === undefined) {
    return <Spinner label={strings.common.loading} />;
  }
  const template = templates.data.find(({ id }) => id === chosen) ?? null;
  return (
    <>
      <Body1 block className={styles.intro}>
        {texts.intro}
      </Body1>
      <div className={styles.columns}>
        <div className={styles.side}>
          <Button icon={<Add20Regular />} onClick={() => setChosen('NEW')}>
            {texts.create}
          </Button>
          <ul className={styles.list} aria-label={texts.list}>
            {templates.data.map(({ id, name, active }) => (
              <li key={id}>
                <Button
                  appearance="subtle"
                  className={mergeClasses(styles.item, id === chosen && styles.current)}
                  aria-current={id === chosen ? 'true' : undefined}
                  onClick={() => setChosen(id)}
                >
                  <span className={styles.words}>
                    {name}
                    {!active && <Caption1 className={styles.muted}>{texts.inactive}</Caption1>}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
        <div className={styles.editor}>
          {template === null && chosen !== 'NEW' ? (
            <Body1>{texts.choose}</Body1>
          ) : (
            <TemplateEditor
              key={`${chosen} ${template?.version ?? 0} ${round}`}
              template={template}
              placeholders={placeholders.data}
              onSaved={(saved) => setChosen(saved.id)}
              onDiscard={() => {
                if (template === null) setChosen(null);
                setRound(round + 1);
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}
