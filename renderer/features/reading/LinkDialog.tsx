import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { announce } from '../../app/announce.tsx';
import { copyText } from '../../app/copy-text.ts';
import { strings } from '../../strings/es.ts';

export type LinkTarget = { readonly href: string; readonly shown: string };

const texts = strings.reading.link;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  address: {
    display: 'block',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    maxHeight: '160px',
    overflowY: 'auto',
  },
});

/** Only these leave the application, and only after a person has seen where they go. */
function parseTarget(href: string): URL | null {
  try {
    const url = new URL(href);
    return url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:' ? url : null;
  } catch {
    return null;
  }
}

/** The text looks like an address, and it is another one. */
function deceives(shown: string, target: URL): boolean {
  const host = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|$)/i.exec(shown)?.[1];
  if (host === undefined) return false;
  const bare = (name: string): string => name.toLowerCase().replace(/^www\./, '');
  return bare(host) !== bare(target.hostname);
}

/** Shows where a link really goes before it is opened outside. */
export function LinkDialog({ target, onClose }: { target: LinkTarget | null; onClose: () => void }) {
  const styles = useStyles();
  const url = target === null ? null : parseTarget(target.href);
  const host = window.estafetaHost;
  const mayOpen = url !== null && (host === undefined || url.protocol !== 'http:');
  const open = (): void => {
    if (url === null) return;
    if (host !== undefined) void host.openExternal(url.href);
    else window.open(url.href, '_blank', 'noopener,noreferrer');
    onClose();
  };
  return (
    <Dialog modalType="modal" open={target !== null} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{mayOpen ? texts.text : texts.refused}</Text>
            {target !== null && target.shown !== '' && (
              <div>
                <Text size={200}>{texts.shown}</Text>
                <span className={styles.address}>{target.shown}</span>
              </div>
            )}
            <div>
              <Text size={200}>{texts.target}</Text>
              <span
                className={styles.address}
                tabIndex={0}
                role="textbox"
                aria-readonly
                aria-label={texts.target}
              >
                {url?.href ?? target?.href}
              </span>
            </div>
            {target !== null && url !== null && deceives(target.shown, url) && (
              <MessageBar intent="warning">
                <MessageBarBody>{texts.differs}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button
              onClick={() => {
                copyText(url?.href ?? '').catch(() => undefined);
                announce(texts.copied);
              }}
            >
              {texts.copy}
            </Button>
            {mayOpen && <Button onClick={open}>{texts.open}</Button>}
            <Button appearance="primary" onClick={onClose}>
              {texts.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
