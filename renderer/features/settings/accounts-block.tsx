import { useEffect, useRef } from 'react';
import {
  Body1,
  Body1Strong,
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
import { Add20Regular } from '@fluentui/react-icons';
import type { MailAccount } from '../../../main/api/contract/index.ts';
import { folderName } from '../../app/mailbox-words.ts';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { mailAccountStrings as texts } from '../../strings/es/mail-accounts.ts';

const useStyles = makeStyles({
  root: { paddingBottom: tokens.spacingVerticalXXL },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexShrink: 0 },
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  scroll: { overflowX: 'auto' },
  table: { minWidth: '760px' },
  name: { width: '34%' },
  short: { width: '70px' },
  action: { width: '110px' },
  path: {
    overflowWrap: 'anywhere',
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

/** The accounts at the mail server. `focusAdd`: the keyboard comes back from the form. */
export function AccountList({
  accounts,
  focusAdd,
  onEdit,
}: {
  accounts: readonly MailAccount[] | undefined;
  focusAdd: boolean;
  onEdit: (account: number | 'NEW') => void;
}) {
  const styles = useStyles();
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focusAdd) add.current?.focus();
  }, [focusAdd]);
  return (
    <div className={styles.root}>
      <Body1Strong as="h3">{texts.title}</Body1Strong>
      <div className={styles.head}>
        <Body1 className={styles.intro}>{accounts?.length === 0 ? texts.none : texts.intro}</Body1>
        <div className={styles.buttons}>
          {accounts !== undefined && accounts.length > 0 && (
            <Button as="a" href={pathTo('buzones')}>
              {texts.states}
            </Button>
          )}
          <Button
            ref={add}
            appearance={accounts?.length === 0 ? 'primary' : 'secondary'}
            icon={<Add20Regular />}
            onClick={() => onEdit('NEW')}
          >
            {texts.create}
          </Button>
        </div>
      </div>
      {accounts === undefined && <Spinner label={strings.common.loading} />}
      {accounts !== undefined && accounts.length > 0 && (
        <div className={styles.scroll} role="region" aria-label={texts.list} tabIndex={0} data-scrolls>
          <Table aria-label={texts.list} className={styles.table}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell className={styles.name}>{texts.columns.name}</TableHeaderCell>
                <TableHeaderCell>{texts.columns.server}</TableHeaderCell>
                <TableHeaderCell>{texts.columns.folders}</TableHeaderCell>
                <TableHeaderCell className={styles.short}>{texts.columns.sends}</TableHeaderCell>
                <TableHeaderCell className={styles.short}>{texts.columns.active}</TableHeaderCell>
                <TableHeaderCell className={styles.action}>{texts.columns.actions}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {accounts.map((account) => (
                <TableRow key={account.id}>
                  <TableCell className={styles.path}>
                    {account.name}
                    <Caption1 block className={styles.intro}>
                      {account.address}
                    </Caption1>
                  </TableCell>
                  <TableCell className={styles.path}>{account.imap.host}</TableCell>
                  <TableCell className={styles.path}>{account.folders.map(folderName).join(', ')}</TableCell>
                  <TableCell>{account.smtp === null ? strings.common.no : strings.common.yes}</TableCell>
                  <TableCell>{account.active ? strings.common.yes : texts.inactive}</TableCell>
                  <TableCell>
                    <Button
                      size="small"
                      aria-label={texts.editOf(account.name)}
                      onClick={() => onEdit(account.id)}
                    >
                      {texts.edit}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </div>
  );
}
