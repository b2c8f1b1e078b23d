import { useState } from 'react';
import { Button, Caption1, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionTest } from '../../../main/api/contract/index.ts';
import { folderName } from '../../app/mailbox-words.ts';
import { mailAccountStrings } from '../../strings/es/mail-accounts.ts';
import { formatNumber } from '../../ui/format.ts';

const texts = mailAccountStrings.form;

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    maxHeight: '240px',
    overflowY: 'auto',
  },
  hint: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  add: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  other: { width: '280px' },
});

/** The folders that are read: those chosen, those the server has, and others typed. */
export function FolderChoice({
  folders,
  found,
  problem,
  onChange,
}: {
  folders: readonly string[];
  found: ConnectionTest['folders'];
  problem: string | undefined;
  onChange: (folders: readonly string[]) => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [extra, setExtra] = useState<readonly string[]>(folders);
  const counts = new Map(found.map(({ path, messages }) => [path, messages]));
  const paths = [...new Set([...extra, ...found.map(({ path }) => path), ...folders])];
  const add = (): void => {
    const path = typed.trim();
    if (path === '') return;
    setTyped('');
    setExtra([...extra, path]);
    if (!folders.includes(path)) onChange([...folders, path]);
  };
  const label = (path: string): string => {
    const count = counts.get(path) ?? null;
    const name = folderName(path) === path ? path : `${folderName(path)} (${path})`;
    return count === null ? name : `${name} · ${texts.folderCount(count, formatNumber(count))}`;
  };
  return (
    <>
      <div role="group" aria-label={texts.folders}>
        <div className={styles.list}>
          {paths.map((path) => (
            <Checkbox
              key={path}
              label={label(path)}
              checked={folders.includes(path)}
              onChange={(_, { checked }) =>
                onChange(
                  checked === true ? [...folders, path] : folders.filter((candidate) => candidate !== path),
                )
              }
            />
          ))}
        </div>
        {problem === undefined ? (
          found.length === 0 && <Caption1 className={styles.hint}>{texts.foldersHint}</Caption1>
        ) : (
          <Caption1 role="alert" className={styles.bad}>
            {problem}
          </Caption1>
        )}
      </div>
      <div className={styles.add}>
        <Field label={texts.otherFolder} className={styles.other}>
          <Input
            value={typed}
            maxLength={120}
            spellCheck={false}
            onChange={(_, { value }) => setTyped(value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey) return;
              event.preventDefault();
              add();
            }}
          />
        </Field>
        <Button disabled={typed.trim() === ''} onClick={add}>
          {texts.addFolder}
        </Button>
      </div>
    </>
  );
}
