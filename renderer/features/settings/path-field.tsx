import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { PathRequest } from '../../../main/api/host.ts';
import { useErrorReporter } from '../../app/errors.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  path: { flexGrow: 1, minWidth: '260px' },
});

/** A path on this machine: typed, or chosen in the native dialog where the desktop shell is there. */
export function PathField({
  label,
  hint,
  value,
  pickers,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string;
  pickers: readonly { readonly text: string; readonly request: PathRequest }[];
  onChange: (path: string) => void;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const host = window.estafetaHost;
  const pick = async (request: PathRequest): Promise<void> => {
    const path = await host?.pickPath(request);
    if (path !== null && path !== undefined) onChange(path);
  };
  return (
    <div className={styles.row}>
      <Field label={label} hint={hint} className={styles.path}>
        <Input
          value={value}
          maxLength={4096}
          spellCheck={false}
          onChange={(_, data) => onChange(data.value)}
          contentAfter={
            host === undefined ? undefined : (
              <>
                {pickers.map(({ text, request }) => (
                  <Button key={request} size="small" onClick={() => void pick(request).catch(report)}>
                    {text}
                  </Button>
                ))}
              </>
            )
          }
        />
      </Field>
    </div>
  );
}
