import { useState } from 'react';
import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons';
import type { MessageDetail } from '../../../main/api/contract/index.ts';
import { usePointedField } from '../../app/pointed.ts';
import { useNotice } from '../../app/undo.tsx';
import { copyText } from '../../app/copy-text.ts';
import { strings } from '../../strings/es.ts';
import { describe, stretchesOf, type Stretch } from './found.ts';
import { LinkDialog, type LinkTarget } from './LinkDialog.tsx';
import { MailFrame } from './MailFrame.tsx';
import { PlainText } from './PlainText.tsx';

const texts = strings.reading.body;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  blocked: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** The message's text, with its formatting or plain, with what was found in it underlined. */
export function BodyView({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const [plain, setPlain] = useState(false);
  const [link, setLink] = useState<LinkTarget | null>(null);
  const notice = useNotice();
  const { body, parseStatus } = detail;
  const pointed = usePointedField(detail.id);
  const stretches = stretchesOf(detail.declaredPerson, body.text.length);
  const onFound = (stretch: Stretch): void => {
    // Without permission for the clipboard the value is still said, to be written by hand.
    copyText(stretch.value).catch(() => undefined);
    notice(texts.copied(describe(stretch)));
  };
  return (
    <div className={styles.root}>
      {(parseStatus === 'UNPARSABLE' || parseStatus === 'OVERSIZED') && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{parseStatus === 'UNPARSABLE' ? texts.unparsable : texts.oversized}</MessageBarBody>
        </MessageBar>
      )}
      {(body.html !== null || body.remoteContentBlocked > 0) && (
        <div className={styles.line}>
          <Caption1 className={styles.blocked} title={texts.remoteMeaning}>
            {body.remoteContentBlocked > 0 && (
              <>
                <ShieldCheckmark16Regular aria-hidden />
                {texts.remoteBlocked(body.remoteContentBlocked)}
              </>
            )}
          </Caption1>
          {body.html !== null && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                setPlain(!plain);
              }}
            >
              {plain ? texts.html : texts.plain}
            </Button>
          )}
        </div>
      )}
      {body.html !== null && !plain ? (
        <MailFrame
          html={body.html}
          text={body.text}
          stretches={stretches}
          pointed={pointed}
          title={texts.frameTitle}
          onFound={onFound}
          onLink={setLink}
        />
      ) : body.text.trim() === '' ? (
        <Text className={styles.muted}>{texts.empty}</Text>
      ) : (
        <PlainText text={body.text} stretches={stretches} pointed={pointed} onFound={onFound} />
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
