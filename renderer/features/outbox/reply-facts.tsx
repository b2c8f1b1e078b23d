import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Reply } from '../../../main/api/contract/index.ts';
import { attachmentName } from '../../ui/visible.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';

const text = outboxStrings;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** Account, template and files: whichever there are. */
export function ReplyFacts({ reply }: { reply: Reply }) {
  const styles = useStyles();
  const { accountName, templateName, templateVersion, attachments } = reply;
  const facts = [
    accountName === null ? null : text.sentThrough(accountName),
    templateName === null ? null : text.template(templateName, templateVersion),
    attachments.length === 0 ? null : text.attachments(attachments.map(({ name }) => attachmentName(name))),
  ].filter((fact) => fact !== null);
  return facts.map((fact) => (
    <Caption1 key={fact} block className={styles.muted}>
      {fact}
    </Caption1>
  ));
}
