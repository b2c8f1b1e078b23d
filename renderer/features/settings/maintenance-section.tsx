import { useState } from 'react';
import { Body1, Button, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { settingsStrings } from '../../strings/es/settings.ts';
import { Block } from './parts.tsx';
import { PathField } from './path-field.tsx';

const texts = settingsStrings.maintenance;

const useStyles = makeStyles({ button: { alignSelf: 'start' } });

/** Long work on the whole of the data: its progress is shown in the strip at the bottom. */
export function MaintenanceSection() {
  const styles = useStyles();
  const isAdmin = useHasRole('ADMIN');
  const [backupPath, setBackupPath] = useState('');
  const [exportPath, setExportPath] = useState('');
  const backup = useWork(texts.backupStarted, () => client.work.backup({ path: backupPath.trim() }));
  const exporting = useWork(texts.exportStarted, () => client.work.export({ path: exportPath.trim() }));
  const reindex = useWork(texts.reindexStarted, () => client.work.reindex());
  return (
    <>
      <Block title={texts.backup} text={texts.backupText}>
        {isAdmin ? (
          <>
            <PathField
              label={texts.backupPath}
              hint={texts.newFileHint}
              value={backupPath}
              pickers={[{ text: texts.choose, request: 'SAVE_BACKUP' }]}
              onChange={setBackupPath}
            />
            <Button
              className={styles.button}
              disabled={backupPath.trim() === '' || backup.isPending}
              onClick={() => backup.mutate()}
            >
              {texts.backupStart}
            </Button>
          </>
        ) : (
          <Body1>{texts.adminOnly}</Body1>
        )}
      </Block>
      <Block title={texts.reindex} text={texts.reindexText}>
        <Button className={styles.button} disabled={reindex.isPending} onClick={() => reindex.mutate()}>
          {texts.reindexStart}
        </Button>
      </Block>
      <Block title={texts.export} text={texts.exportText}>
        <PathField
          label={texts.exportPath}
          hint={texts.newFileHint}
          value={exportPath}
          pickers={[{ text: texts.choose, request: 'SAVE_EXPORT' }]}
          onChange={setExportPath}
        />
        <Button
          className={styles.button}
          disabled={exportPath.trim() === '' || exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {texts.exportStart}
        </Button>
      </Block>
    </>
  );
}

function useWork(started: string, start: () => Promise<unknown>) {
  const report = useErrorReporter();
  return useMutation({ mutationFn: start, onSuccess: () => announce(started), onError: report });
}
