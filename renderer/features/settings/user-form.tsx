import { useState } from 'react';
import { Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Role, User } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { errorCode, useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { InlineForm } from '../case/inline-form.tsx';
import { refusedFields } from './parts.tsx';

const texts = settingsStrings.users;
const ROLES: readonly Role[] = ['CLERK', 'SUPERVISOR', 'ADMIN'];
const MIN_PASSWORD = 10;

/** A new account (`user` null) or a change to one. The last admin keeps role and access: the service refuses else. */
export function UserForm({
  user,
  isLastAdmin,
  onClose,
}: {
  user: User | null;
  isLastAdmin: boolean;
  onClose: () => void;
}) {
  const notify = useNotice();
  const report = useErrorReporter();
  const [userName, setUserName] = useState(user?.userName ?? '');
  const [displayName, setDisplayName] = useState(user?.displayName ?? '');
  const [role, setRole] = useState<Role>(user?.role ?? 'CLERK');
  const [active, setActive] = useState(user?.active ?? true);
  const [password, setPassword] = useState('');
  const [typedDocument, setDocument] = useState('');
  const document = typedDocument.trim() === '' ? null : typedDocument;
  const save = useMutation({
    mutationFn: () =>
      user === null
        ? client.settings.createUser({ userName, displayName, role, password, document })
        : client.settings.updateUser({
            id: user.id,
            displayName,
            role,
            active,
            password: password === '' ? null : password,
            document,
          }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: api.settings.users.key() });
      void queryClient.invalidateQueries({ queryKey: api.cases.people.key() });
      notify(settingsStrings.saved);
      onClose();
    },
    onError: (error) => {
      if (refusedFields(error).size === 0) report(error);
    },
  });
  const refused = refusedFields(save.error);
  const problem = (field: string): string | undefined =>
    refused.has(field) ? settingsStrings.invalid : undefined;
  const tooShort = password !== '' && password.length < MIN_PASSWORD;
  const incomplete =
    displayName.trim() === '' || tooShort || (user === null && (userName === '' || password === ''));

  return (
    <InlineForm
      title={user === null ? texts.create : texts.editOf(user.displayName)}
      headingLevel="h3"
      save={strings.common.save}
      saveDisabled={incomplete}
      busy={save.isPending}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      {user === null && (
        <Field
          label={texts.userName}
          required
          hint={texts.userNameHint}
          validationMessage={errorCode(save.error) === 'DUPLICATE' ? texts.duplicate : problem('userName')}
        >
          <Input
            value={userName}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setUserName(value)}
          />
        </Field>
      )}
      <Field label={texts.displayName} required validationMessage={problem('displayName')}>
        <Input value={displayName} maxLength={80} onChange={(_, { value }) => setDisplayName(value)} />
      </Field>
      <Field label={texts.role} hint={isLastAdmin ? texts.lastAdmin : texts.roleHint[role]}>
        <RadioGroup
          layout="horizontal"
          value={role}
          disabled={isLastAdmin}
          onChange={(_, { value }) => setRole(ROLES.find((candidate) => candidate === value) ?? role)}
        >
          {ROLES.map((candidate) => (
            <Radio key={candidate} value={candidate} label={strings.labels.role[candidate]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={user === null ? texts.password : texts.newPassword}
        required={user === null}
        hint={user === null ? texts.passwordHint : texts.newPasswordHint}
        validationMessage={tooShort ? settingsStrings.screen.tooShort : problem('password')}
      >
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={password}
          onChange={(_, { value }) => setPassword(value)}
        />
      </Field>
      <Field
        label={texts.document}
        hint={user?.hasDocument ? texts.documentKept : texts.documentHint}
        validationMessage={problem('document')}
      >
        <Input
          value={typedDocument}
          maxLength={30}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setDocument(value)}
        />
      </Field>
      {user !== null && (
        <Switch
          label={texts.active}
          checked={active}
          disabled={isLastAdmin}
          onChange={(_, { checked }) => setActive(checked)}
        />
      )}
    </InlineForm>
  );
}
