import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, Circle16Regular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PaperState, Suggestions } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar, useErrorReporter } from '../../app/errors.tsx';
import { suggestionStrings } from '../../strings/es/suggestions.ts';
import { useCase } from './case-context.tsx';
import { OnlineServices } from './online-services.tsx';
import { useReplyDraft } from './reply-draft.ts';
import { Section } from './section.tsx';

const text = suggestionStrings;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    margin: 0,
    fontWeight: 'normal',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  paper: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline', minWidth: 0 },
  icon: { flexShrink: 0, alignSelf: 'center' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  act: { alignSelf: 'flex-start' },
});

export function useSuggestions(messageId: number | null) {
  return useQuery(
    api.cases.suggestions.queryOptions({
      input: { messageId: messageId ?? 0 },
      enabled: messageId !== null,
      staleTime: 30_000,
    }),
  );
}

type Named = readonly { readonly id: number; readonly name: string }[];

/** In the case: the same, and each a click away. */
export function CaseSuggestions() {
  const { detail, messageId } = useCase();
  const asked = messageId ?? detail.messages.at(-1)?.id ?? null;
  if (asked === null) return null;
  return (
    <SuggestionList
      messageId={asked}
      attachments={detail.attachments}
      answer={(template) => <UseTemplate template={template} />}
      forward={<ForwardButton />}
    />
  );
}

/** What a message may need next. Before there is a case nothing can be pressed. */
export function SuggestionList({
  messageId,
  attachments,
  answer,
  forward,
}: {
  messageId: number;
  attachments: Named;
  answer?: (template: NonNullable<Suggestions['template']>) => ReactNode;
  forward?: ReactNode;
}) {
  const styles = useStyles();
  const { data, error, refetch } = useSuggestions(messageId);
  const name = (id: number): string => attachments.find((attachment) => attachment.id === id)?.name ?? '';
  return (
    <Section title={text.title}>
      {error !== null && <ErrorBar error={error} onRetry={() => void refetch()} />}
      <Caption1 block className={styles.muted}>
        {text.follows}
      </Caption1>
      {data !== undefined && data.papers.length > 0 && (
        <Part title={text.papers}>
          <ul className={styles.list}>
            {data.papers.map((paper) => (
              <PaperLine key={paper.paper} paper={paper} names={paper.attachmentIds.map(name)} />
            ))}
          </ul>
        </Part>
      )}
      {data !== undefined && data.template !== null && (
        <Part title={text.answer}>
          <Body1 block>{data.template.name}</Body1>
          <Caption1 block className={styles.muted}>
            {text.because[data.template.because]}
            {data.template.quote !== '' && ` ${text.says(data.template.quote)}`}
          </Caption1>
          {answer?.(data.template)}
        </Part>
      )}
      {data !== undefined && data.unit !== null && (
        <Part title={text.unit}>
          <Body1 block>{data.unit.name}</Body1>
          <Caption1 block className={styles.muted}>
            {data.unit.lately > 0 ? text.lately(data.unit.lately) : text.byName}
          </Caption1>
          {forward}
        </Part>
      )}
      <Part title={text.online}>
        <OnlineServices messageId={messageId} />
      </Part>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h4 className={styles.name}>{title}</h4>
      {children}
    </div>
  );
}

function PaperLine({ paper, names }: { paper: PaperState; names: readonly string[] }) {
  const styles = useStyles();
  const { missing, required, verified } = paper;
  const state =
    missing !== null
      ? [text.missing[missing], ...(required ? [] : [text.helps])].join(', ')
      : verified
        ? text.verified
        : text.there(names);
  return (
    <li className={styles.paper}>
      {missing === null ? (
        <Checkmark16Regular aria-hidden className={styles.icon} />
      ) : (
        <Circle16Regular aria-hidden className={styles.icon} />
      )}
      <span className={styles.words}>
        {text.paper[paper.paper]}: <Caption1 className={styles.muted}>{state}</Caption1>
      </span>
    </li>
  );
}

/** Fills the answer with the template and opens it. */
function UseTemplate({ template }: { template: NonNullable<Suggestions['template']> }) {
  const styles = useStyles();
  const { detail, messageId, openForm } = useCase();
  const report = useErrorReporter();
  const [draft, setDraft] = useReplyDraft(detail, messageId);
  const { id: templateId, serviceIds } = template;
  const write = useMutation({
    mutationFn: () => client.replies.preview({ caseId: detail.id, templateId, serviceIds }),
    onSuccess: ({ toAddress, subject, body, templateVersion }) => {
      setDraft({ ...draft, templateId, templateVersion, to: toAddress, subject, body });
      openForm('reply');
    },
    onError: report,
  });
  return (
    <>
      <Button
        size="small"
        className={styles.act}
        disabledFocusable={write.isPending}
        onClick={() => {
          if (!write.isPending) write.mutate();
        }}
      >
        {text.use}
      </Button>
      {draft.body !== '' && (
        <Caption1 block className={styles.muted}>
          {text.replaces}
        </Caption1>
      )}
    </>
  );
}

function ForwardButton() {
  const styles = useStyles();
  const { openForm } = useCase();
  return (
    <Button
      size="small"
      className={styles.act}
      onClick={() => {
        openForm('forward');
      }}
    >
      {text.forward}
    </Button>
  );
}
