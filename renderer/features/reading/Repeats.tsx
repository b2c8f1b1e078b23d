import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { MessageDetail, Repeat } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { RouteLink } from '../../app/routes.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { formatDateTime } from '../../ui/format.ts';

const texts = strings.reading.repeats;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, flexBasis: '240px', minWidth: 0, overflowWrap: 'anywhere' },
  link: {
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: { color: tokens.colorNeutralForeground2 },
});

/** The messages that seem to ask the same, with what is equal: one click to read each, one to make one case of both. */
export function Repeats({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const { data } = useQuery(api.messages.repeats.queryOptions({ input: { id: detail.id } }));
  // An aid: while it is not there, nothing is missing that has to be said.
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-label={texts.title} className={styles.box}>
      <div>
        <Body1Strong>{texts.title}</Body1Strong>
        <Caption1 block className={styles.facts}>
          {texts.text(data.length)}
        </Caption1>
      </div>
      <ul className={styles.list}>
        {data.map((repeat) => (
          <RepeatLine key={repeat.messageId} detail={detail} repeat={repeat} />
        ))}
      </ul>
    </section>
  );
}

function RepeatLine({ detail, repeat }: { detail: MessageDetail; repeat: Repeat }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const notify = useNotice();
  const subject = repeat.subject || strings.reading.noSubject;
  const sameCase = detail.caseId !== null && detail.caseId === repeat.caseId;
  const inTwoCases = detail.caseId !== null && repeat.caseId !== null && !sameCase;
  const together = useMutation({
    mutationFn: () => client.cases.putTogether({ messageId: detail.id, otherId: repeat.messageId }),
    onSuccess: ({ detail: { id, number, version }, addedId }) => {
      notify(texts.done(number), {
        undo: async () => {
          await client.cases.removeMessage({ caseId: id, version, messageId: addedId });
        },
      });
    },
    onError: report,
  });
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <RouteLink
          page="bandeja"
          rest={repeat.messageId}
          className={styles.link}
          aria-label={texts.open(subject)}
        >
          {subject}
        </RouteLink>
        <Caption1 block className={styles.facts}>
          {texts.from(repeat.fromName || repeat.fromAddress, formatDateTime(repeat.receivedAt))}
        </Caption1>
        <Caption1 block className={styles.facts}>
          {texts.equal(repeat.equal.map((what) => texts.what[what]))}
        </Caption1>
        {repeat.caseNumber !== null && (
          <Caption1 block className={styles.facts}>
            {texts.inCase(repeat.caseNumber, strings.labels.caseState[repeat.state])}
          </Caption1>
        )}
      </div>
      {sameCase ? (
        <Caption1 className={styles.facts}>{texts.sameCase}</Caption1>
      ) : (
        !inTwoCases && (
          <Button
            size="small"
            aria-label={texts.togetherWith(subject)}
            disabledFocusable={together.isPending}
            onClick={() => {
              if (!together.isPending) together.mutate();
            }}
          >
            {texts.together}
          </Button>
        )
      )}
    </li>
  );
}
