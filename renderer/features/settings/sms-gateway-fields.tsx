import { Field, Input, Select, Switch, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { smsSettingsStrings } from '../../strings/es/sms-settings.ts';
import type { GatewayDraft } from './sms-gateway-draft.ts';

const texts = smsSettingsStrings;

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, height: '120px', maxHeight: 'none' },
  short: { maxWidth: '360px' },
  switch: { alignSelf: 'start' },
});

type Problem = (field: string) => string | undefined;

/** Where and how the JSON is sent. */
export function HttpsFields({
  draft,
  problem,
  onChange,
}: {
  draft: GatewayDraft['https'];
  problem: Problem;
  onChange: (change: Partial<GatewayDraft['https']>) => void;
}) {
  const styles = useStyles();
  const { status } = draft;
  return (
    <>
      <Field label={texts.url} required hint={texts.urlHint} validationMessage={problem('url')}>
        <Input type="url" value={draft.url} onChange={(_, { value }) => onChange({ url: value.trim() })} />
      </Field>
      <Field label={texts.headers} hint={texts.headersHint} validationMessage={problem('headers')}>
        <Textarea
          textarea={{ className: styles.code }}
          value={draft.headers}
          spellCheck={false}
          onChange={(_, { value }) => onChange({ headers: value })}
        />
      </Field>
      <Field label={texts.body} required hint={texts.bodyHint} validationMessage={problem('body')}>
        <Textarea
          textarea={{ className: styles.code }}
          value={draft.body}
          spellCheck={false}
          onChange={(_, { value }) => onChange({ body: value })}
        />
      </Field>
      <Field
        label={texts.idField}
        required
        hint={texts.idFieldHint}
        className={styles.short}
        validationMessage={problem('idField')}
      >
        <Input value={draft.idField} onChange={(_, { value }) => onChange({ idField: value })} />
      </Field>
      <Switch
        className={styles.switch}
        label={texts.status}
        checked={draft.hasStatus}
        onChange={(_, { checked }) => onChange({ hasStatus: checked })}
      />
      {draft.hasStatus && (
        <>
          <Field label={texts.statusUrl} hint={texts.statusUrlHint} validationMessage={problem('status.url')}>
            <Input
              type="url"
              value={status.url}
              onChange={(_, { value }) => onChange({ status: { ...status, url: value.trim() } })}
            />
          </Field>
          <Field
            label={texts.statusField}
            className={styles.short}
            validationMessage={problem('status.field')}
          >
            <Input
              value={status.field}
              onChange={(_, { value }) => onChange({ status: { ...status, field: value } })}
            />
          </Field>
          {(['delivered', 'failed'] as const).map((words) => (
            <Field key={words} label={texts[words]} hint={texts.wordsHint} className={styles.short}>
              <Input
                value={status[words]}
                onChange={(_, { value }) => onChange({ status: { ...status, [words]: value } })}
              />
            </Field>
          ))}
        </>
      )}
    </>
  );
}

/** The bind. */
export function SmppFields({
  draft,
  problem,
  onChange,
}: {
  draft: GatewayDraft['smpp'];
  problem: Problem;
  onChange: (change: Partial<GatewayDraft['smpp']>) => void;
}) {
  const styles = useStyles();
  const { server } = draft;
  return (
    <>
      <Field label={texts.host} required validationMessage={problem('server.host')}>
        <Input
          value={server.host}
          spellCheck={false}
          onChange={(_, { value }) => onChange({ server: { ...server, host: value } })}
        />
      </Field>
      <Field label={texts.port} required className={styles.short} validationMessage={problem('server.port')}>
        <Input
          value={server.port === 0 ? '' : String(server.port)}
          inputMode="numeric"
          maxLength={5}
          onChange={(_, { value }) =>
            onChange({ server: { ...server, port: Number(value.replaceAll(/\D/gu, '')) } })
          }
        />
      </Field>
      <Field label={texts.security} className={styles.short} validationMessage={problem('server.security')}>
        <Select
          value={server.security}
          onChange={(_, { value }) =>
            onChange({ server: { ...server, security: value === 'NONE' ? 'NONE' : 'TLS' } })
          }
        >
          <option value="TLS">{texts.securities.TLS}</option>
          <option value="NONE">{texts.securities.NONE}</option>
        </Select>
      </Field>
      {(['systemId', 'systemType', 'sender'] as const).map((name) => (
        <Field
          key={name}
          label={texts[name]}
          required={name !== 'systemType'}
          hint={name === 'sender' ? texts.senderHint : undefined}
          className={styles.short}
          validationMessage={problem(name)}
        >
          <Input
            value={draft[name]}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => onChange({ [name]: value })}
          />
        </Field>
      ))}
    </>
  );
}
