import { useState } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { NumberKind, ReadNumber } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';

const useStyles = makeStyles({
  note: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground1 },
  invalid: { overflowWrap: 'anywhere', color: tokens.colorStatusDangerForeground3 },
});

/** How the service reads a number; undefined while it is not known, and of no number at all. */
export function useReadNumber(kind: NumberKind, text: string): ReadNumber | undefined {
  const input = text.trim() === '' ? skipToken : { kind, text };
  return useQuery(api.citizens.readNumber.queryOptions({ input, staleTime: Infinity })).data;
}

/** The same of what is typed, but only once its field was left: nobody wants to be told while typing. */
export function useReadWhenLeft(
  kind: NumberKind,
  text: string,
): { readonly read: ReadNumber | undefined; readonly onBlur: () => void } {
  const [left, setLeft] = useState(text);
  return { read: useReadNumber(kind, left === text ? text : ''), onBlur: () => setLeft(text) };
}

/** What is wrong with a number, or has to be known of it; nothing when there is nothing to say. */
export function NumberNote({ read, id }: { read: Omit<ReadNumber, 'number'> | undefined; id?: string }) {
  const styles = useStyles();
  if (read === undefined || read.note === null) return null;
  return (
    <Caption1 id={id} block role="status" className={read.valid ? styles.note : styles.invalid}>
      {read.note}
    </Caption1>
  );
}
