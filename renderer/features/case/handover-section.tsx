import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { CaseHandover } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { handoverStrings } from '../../strings/es/handover.ts';
import { formatDay } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { Section } from './section.tsx';

const text = handoverStrings.ofCase;

const useStyles = makeStyles({ reason: { overflowWrap: 'anywhere' } });

/** What the central database made of this case's phone changes; a rejected one stays on the desk until it is dealt with. */
export function HandoverSection() {
  const { detail } = useCase();
  const items = useQuery(api.handover.ofCase.queryOptions({ input: { caseId: detail.id } }));
  if (items.data === undefined || items.data.length === 0) return null;
  return (
    <Section title={text.title}>
      {items.data.map((item) => (
        <Item key={item.changeId} item={item} />
      ))}
    </Section>
  );
}

function Item({ item }: { item: CaseHandover }) {
  const styles = useStyles();
  const { busy, change } = useCase();
  const what = item.toMasked === null ? text.removal : text.number(item.toMasked);
  if (item.state !== 'REJECTED' || item.handledAt !== null) {
    return (
      <Caption1 block className={styles.reason}>
        {what}. {fate(item)}
      </Caption1>
    );
  }
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={styles.reason}>
        <MessageBarTitle>
          {what}. {text.rejected(item.batchNumber)}
        </MessageBarTitle>
        {item.reason}
        <Caption1 block>{text.what}</Caption1>
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          disabled={busy}
          onClick={() => {
            const { changeId } = item;
            void change((on) => client.handover.handle({ ...on, changeId }), text.done).then(() =>
              queryClient.invalidateQueries({ queryKey: api.handover.ofCase.key() }),
            );
          }}
        >
          {text.handle}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function fate({ state, batchNumber, sentAt, reason, handledBy }: CaseHandover): string {
  switch (state) {
    case 'SENT':
      return text.sent(batchNumber, formatDay(sentAt));
    case 'ACCEPTED':
      return text.accepted(batchNumber);
    case 'REJECTED':
      return `${text.rejected(batchNumber)} ${reason ?? ''} ${text.handled(handledBy ?? '')}`;
  }
}
