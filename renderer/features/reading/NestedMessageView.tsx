import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Caption1, Spinner, Subtitle1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { DateText } from '../../ui/DateText.tsx';
import { attachmentName } from '../../ui/visible.ts';
import { LinkDialog, type LinkTarget } from './LinkDialog.tsx';
import { MailFrame } from './MailFrame.tsx';
import { PlainText } from './PlainText.tsx';

const texts = strings.reading;

const useStyles = makeStyles({
  sheet: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** A message that came attached to another, read the same careful way. */
export function NestedMessageView({ attachmentId }: { attachmentId: number }) {
  const styles = useStyles();
  const [link, setLink] = useState<LinkTarget | null>(null);
  const { data, error, refetch } = useQuery(api.messages.nested.queryOptions({ input: { attachmentId } }));
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  const address = ({ name, address: mail }: { name: string; address: string }): string =>
    name === '' ? mail : `${name} <${mail}>`;
  return (
    <div className={styles.sheet}>
      <Subtitle1 as="h3">{data.subject || texts.noSubject}</Subtitle1>
      <Text>
        {texts.from}: {address(data.from)}
      </Text>
      <Caption1 className={styles.muted}>
        {data.to.length > 0 && `${texts.to}: ${data.to.map(address).join('; ')}`}
        {data.to.length > 0 && data.sentAt !== null && ' · '}
        {data.sentAt !== null && <DateText date={data.sentAt} />}
      </Caption1>
      {data.attachmentNames.length > 0 && (
        <Caption1 className={styles.muted}>
          {texts.attachments.nestedAttachments}: {data.attachmentNames.map(attachmentName).join(', ')}
        </Caption1>
      )}
      {data.body.html !== null ? (
        <MailFrame html={data.body.html} title={texts.body.frameTitle} onLink={setLink} />
      ) : (
        <PlainText text={data.body.text} />
      )}
      <LinkDialog
        target={link}
        onClose={() => {
          setLink(null);
        }}
      />
    </div>
  );
}
