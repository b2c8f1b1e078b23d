import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { mailAccountStrings } from '../../strings/es/mail-accounts.ts';
import {
  withSecurity,
  type AccountDraft,
  type FieldName,
  type Protocol,
  type Security,
} from './account-draft.ts';

const texts = mailAccountStrings.form;
const SECURITIES: readonly Security[] = ['TLS', 'STARTTLS', 'NONE'];

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 1fr) 220px 96px',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  port: { minWidth: 0, width: '100%' },
});

/** Name, security and port of a server. */
export function ServerFields({
  protocol,
  server,
  problem,
  onChange,
}: {
  protocol: Protocol;
  server: AccountDraft['imap'];
  problem: (field: FieldName) => string | undefined;
  onChange: (server: AccountDraft['imap']) => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label={texts.host} required validationMessage={problem(`${protocol}.host`)}>
        <Input
          value={server.host}
          maxLength={253}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => onChange({ ...server, host: value })}
        />
      </Field>
      <Field label={texts.security} validationMessage={problem(`${protocol}.security`)}>
        <Select
          value={server.security}
          onChange={(_, { value }) =>
            onChange(
              withSecurity(
                protocol,
                server,
                SECURITIES.find((candidate) => candidate === value) ?? server.security,
              ),
            )
          }
        >
          {SECURITIES.map((security) => (
            <option key={security} value={security}>
              {texts.securities[security]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.port} required validationMessage={problem(`${protocol}.port`)}>
        <Input
          className={styles.port}
          input={{ className: styles.port }}
          value={server.port}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          onChange={(_, { value }) => onChange({ ...server, port: value })}
        />
      </Field>
    </div>
  );
}
