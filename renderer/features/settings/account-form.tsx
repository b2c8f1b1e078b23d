import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import {
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Spinner,
  Subtitle2,
  Switch,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { MailAccount } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { errorCode, toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { mailAccountStrings } from '../../strings/es/mail-accounts.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import {
  draftOf,
  faultsOf,
  inputOf,
  type AccountDraft,
  type Fault,
  type FieldName,
} from './account-draft.ts';
import { FolderChoice } from './account-folders.tsx';
import { ServerFields } from './account-server.tsx';
import { TestResult, testSentence } from './account-test.tsx';
import { refusedFields } from './parts.tsx';

const texts = mailAccountStrings.form;

const FAULTS: Readonly<Record<Fault, string>> = {
  MISSING: texts.missing,
  READ_TOO: texts.moveToRead,
  ADDRESS: texts.addressInvalid,
  PORT: texts.portInvalid,
  INSECURE: texts.insecure,
  PEM: texts.pemInvalid,
};

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '760px' },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  short: { maxWidth: '360px' },
  switch: { alignSelf: 'start' },
  code: { fontFamily: tokens.fontFamilyMonospace },
  pem: { fontFamily: tokens.fontFamilyMonospace, height: '140px', maxHeight: 'none' },
  muted: { color: tokens.colorNeutralForeground2 },
  bar: { flexShrink: 0, flexBasis: '100%' },
  result: { scrollMarginBottom: '88px' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalXL})`,
    zIndex: 1,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** One subject of the form. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.group}>
      <Body1Strong as="h4">{title}</Body1Strong>
      {children}
    </section>
  );
}

/**
 * A new account (null) or a change to one, which can be tried before it is saved. What was typed stays through
 * every refusal; `onShowSaved` throws it away for what somebody else saved meanwhile.
 */
export function AccountForm({
  account,
  onClose,
  onShowSaved,
}: {
  account: MailAccount | null;
  onClose: () => void;
  onShowSaved: () => void;
}) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const form = useRef<HTMLFormElement>(null);
  const result = useRef<HTMLElement>(null);
  const foldersId = useId();
  const [base] = useState(account); // the version that was seen: a newer one must not be overwritten unseen
  const [draft, setDraft] = useState(() => draftOf(base));
  const [attempts, setAttempts] = useState(0);
  const [refusal, setRefusal] = useState<unknown>(null);
  const faults = faultsOf(draft, base?.hasPassword ?? false);
  const input = inputOf(draft, base?.id ?? null);

  // What is wrong with a field is said at the field until something is changed, and the keyboard goes there.
  const refuse = (error: unknown): void => {
    setRefusal(error);
    if (refusedFields(error).size === 0) report(error);
    else setAttempts((count) => count + 1);
  };

  const test = useMutation({
    mutationFn: (tried: typeof input) => client.mailboxes.testAccount(tried),
    onSuccess: (answer) => announce(testSentence(answer)),
    onError: refuse,
  });
  const save = useMutation({
    mutationFn: () => client.mailboxes.saveAccount({ ...input, version: base?.version ?? null }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: api.mailboxes.key() });
      void queryClient.invalidateQueries({ queryKey: api.settings.mailboxes.key() });
      notify(settingsStrings.saved);
      onClose();
    },
    onError: (error) => {
      if (errorCode(error) === 'STALE') {
        announce(texts.stale(''));
        void queryClient.invalidateQueries({ queryKey: api.mailboxes.accounts.key() });
      } else refuse(error);
    },
  });

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  // After a try with something missing, the keyboard goes to the first of it.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [attempts]);
  useEffect(() => {
    if (test.isPending || test.data !== undefined) result.current?.scrollIntoView({ block: 'nearest' });
  }, [test.isPending, test.data]);

  const refused = refusedFields(refusal);
  const problem = (field: FieldName): string | undefined => {
    const fault = attempts === 0 ? undefined : faults.get(field);
    if (fault !== undefined) return FAULTS[fault];
    if (!refused.has(field)) return undefined;
    if (field === 'caPem') return texts.pemUnreadable;
    if (errorCode(refusal) !== 'DUPLICATE') return settingsStrings.invalid;
    return field === 'folders' ? texts.folderTaken : texts.duplicate;
  };
  const whenComplete = (act: () => void): void => {
    if (faults.size === 0) act();
    else setAttempts(attempts + 1);
  };
  const change = (patch: Partial<AccountDraft>): void => {
    setRefusal(null);
    setDraft({ ...draft, ...patch });
  };
  const found = test.data?.folders ?? [];
  const stale = errorCode(save.error) === 'STALE' ? toErrorView(save.error) : null;
  const title = base === null ? texts.create : mailAccountStrings.editOf(base.name);

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) whenComplete(() => save.mutate());
      }}
    >
      <Subtitle2 as="h3">{title}</Subtitle2>
      <div className={styles.group}>
        <div className={styles.pair}>
          <Field label={texts.name} required hint={texts.nameHint} validationMessage={problem('name')}>
            <Input value={draft.name} maxLength={120} onChange={(_, { value }) => change({ name: value })} />
          </Field>
          <Field label={texts.address} required validationMessage={problem('address')}>
            <Input
              type="email"
              value={draft.address}
              maxLength={254}
              autoComplete="off"
              onChange={(_, { value }) => change({ address: value })}
            />
          </Field>
        </div>
        <Switch
          className={styles.switch}
          label={texts.active}
          checked={draft.active}
          onChange={(_, { checked }) => change({ active: checked })}
        />
      </div>

      <Group title={texts.incoming}>
        <ServerFields
          protocol="imap"
          server={draft.imap}
          problem={problem}
          onChange={(imap) => change({ imap })}
        />
      </Group>

      <Group title={texts.login}>
        <Field
          label={texts.userName}
          required
          hint={texts.userNameHint}
          validationMessage={problem('userName')}
        >
          <Input
            className={styles.short}
            value={draft.userName}
            maxLength={120}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => change({ userName: value })}
          />
        </Field>
        <Field label={texts.authentication}>
          <RadioGroup
            layout="horizontal"
            value={draft.authentication}
            onChange={(_, { value }) =>
              change({ authentication: value === 'OAUTH2' ? 'OAUTH2' : 'PASSWORD' })
            }
          >
            <Radio value="PASSWORD" label={texts.authentications.PASSWORD} />
            <Radio value="OAUTH2" label={texts.authentications.OAUTH2} />
          </RadioGroup>
        </Field>
        {draft.authentication === 'PASSWORD' ? (
          <Field
            label={texts.password}
            required={base?.hasPassword !== true}
            hint={base?.hasPassword === true ? texts.passwordKeptHint : texts.passwordHint}
            validationMessage={problem('password')}
          >
            <Input
              className={styles.short}
              type="password"
              autoComplete="new-password"
              maxLength={1000}
              placeholder={base?.hasPassword === true ? texts.passwordKept : undefined}
              value={draft.password}
              onChange={(_, { value }) => change({ password: value })}
            />
          </Field>
        ) : (
          <Field
            label={texts.tokenCommand}
            required
            hint={texts.tokenCommandHint}
            validationMessage={problem('tokenCommand')}
          >
            <Input
              input={{ className: styles.code }}
              value={draft.tokenCommand}
              maxLength={2000}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, { value }) => change({ tokenCommand: value })}
            />
          </Field>
        )}
      </Group>

      <Group title={texts.certificate}>
        <Switch
          className={styles.switch}
          label={texts.ownCa}
          checked={draft.ownCa}
          onChange={(_, { checked }) => change({ ownCa: checked })}
        />
        {draft.ownCa && (
          <Field label={texts.pem} required hint={texts.pemHint} validationMessage={problem('caPem')}>
            <Textarea
              textarea={{ className: styles.pem }}
              resize="vertical"
              value={draft.caPem}
              maxLength={100_000}
              spellCheck={false}
              onChange={(_, { value }) => change({ caPem: value })}
            />
          </Field>
        )}
      </Group>

      <Group title={texts.folders}>
        <FolderChoice
          folders={draft.folders}
          found={found}
          problem={draft.folders.length === 0 ? texts.foldersMissing : problem('folders')}
          onChange={(folders) => change({ folders })}
        />
      </Group>

      <Group title={texts.afterReading}>
        <Switch
          className={styles.switch}
          label={texts.move}
          checked={draft.moves}
          onChange={(_, { checked }) => change({ moves: checked })}
        />
        {draft.moves ? (
          <>
            <MessageBar intent="warning" layout="multiline" className={styles.bar}>
              <MessageBarBody>{texts.moveWarning}</MessageBarBody>
            </MessageBar>
            <Field label={texts.moveTo} required validationMessage={problem('moveTo')}>
              <Input
                className={styles.short}
                list={foldersId}
                value={draft.moveTo}
                maxLength={120}
                spellCheck={false}
                onChange={(_, { value }) => change({ moveTo: value })}
              />
            </Field>
          </>
        ) : (
          <Caption1 className={styles.muted}>{texts.moveOff}</Caption1>
        )}
      </Group>

      <Group title={texts.outgoing}>
        <Switch
          className={styles.switch}
          label={texts.send}
          checked={draft.sends}
          onChange={(_, { checked }) =>
            change({
              sends: checked,
              smtp: draft.smtp.host === '' ? { ...draft.smtp, host: draft.imap.host } : draft.smtp,
            })
          }
        />
        {draft.sends && (
          <>
            <ServerFields
              protocol="smtp"
              server={draft.smtp}
              problem={problem}
              onChange={(smtp) => change({ smtp })}
            />
            <Field label={texts.sentFolder} hint={texts.sentFolderHint}>
              <Input
                className={styles.short}
                list={foldersId}
                value={draft.sentFolder}
                maxLength={120}
                spellCheck={false}
                onChange={(_, { value }) => change({ sentFolder: value })}
              />
            </Field>
          </>
        )}
      </Group>
      <datalist id={foldersId}>
        {found.map(({ path }) => (
          <option key={path} value={path} />
        ))}
      </datalist>

      {(test.isPending || test.data !== undefined) && (
        <section ref={result} className={styles.result} aria-label={mailAccountStrings.test.title}>
          {test.isPending ? (
            <Spinner size="tiny" labelPosition="after" label={mailAccountStrings.test.running} />
          ) : (
            <TestResult
              test={test.data}
              outdated={JSON.stringify(test.variables) !== JSON.stringify(input)}
            />
          )}
        </section>
      )}
      <div className={styles.foot}>
        {stale !== null && (
          <MessageBar intent="warning" layout="multiline" className={styles.bar}>
            <MessageBarBody>
              <MessageBarTitle>
                {texts.stale(typeof stale.details.changedBy === 'string' ? stale.details.changedBy : '')}
              </MessageBarTitle>
              {texts.staleText}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={onShowSaved}>
                {texts.showSaved}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {texts.save}
        </Button>
        <Button
          disabledFocusable={test.isPending}
          onClick={() => {
            if (!test.isPending) whenComplete(() => test.mutate(input));
          }}
        >
          {texts.test}
        </Button>
        <Button onClick={onClose}>{strings.common.cancel}</Button>
      </div>
    </form>
  );
}
