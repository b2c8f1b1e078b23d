import { useState } from 'react';
import {
  Button,
  Caption1,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { User } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { ListHead } from './parts.tsx';
import { UserForm } from './user-form.tsx';

const texts = settingsStrings.users;

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2 },
});

/** Who may sign in. */
export function UsersSection() {
  const styles = useStyles();
  const users = useQuery(api.settings.users.queryOptions());
  const [editing, setEditing] = useState<User | 'NEW' | null>(null);
  if (users.error !== null) return <ErrorBar error={users.error} onRetry={() => void users.refetch()} />;
  if (users.data === undefined) return <Spinner label={strings.common.loading} />;
  const admins = users.data.filter((user) => user.active && user.role === 'ADMIN');
  return (
    <>
      <ListHead
        text={texts.intro}
        create={texts.create}
        onCreate={() => setEditing('NEW')}
        form={
          editing === null ? null : (
            <UserForm
              key={editing === 'NEW' ? 'NEW' : editing.id}
              user={editing === 'NEW' ? null : editing}
              isLastAdmin={editing !== 'NEW' && admins.length === 1 && admins[0]?.id === editing.id}
              onClose={() => setEditing(null)}
            />
          )
        }
      />
      <Table aria-label={texts.list}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{texts.displayName}</TableHeaderCell>
            <TableHeaderCell>{texts.userName}</TableHeaderCell>
            <TableHeaderCell>{texts.role}</TableHeaderCell>
            <TableHeaderCell>{texts.active}</TableHeaderCell>
            <TableHeaderCell>{texts.actions}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {users.data.map((user) => (
            <TableRow key={user.id}>
              <TableCell>{user.displayName}</TableCell>
              <TableCell>{user.userName}</TableCell>
              <TableCell>{strings.labels.role[user.role]}</TableCell>
              <TableCell>{user.active ? strings.common.yes : texts.inactive}</TableCell>
              <TableCell>
                <Button
                  size="small"
                  aria-label={texts.editOf(user.displayName)}
                  onClick={() => setEditing(user)}
                >
                  {texts.edit}
                </Button>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Caption1 as="p" block className={styles.note}>
        {texts.never}
      </Caption1>
    </>
  );
}
