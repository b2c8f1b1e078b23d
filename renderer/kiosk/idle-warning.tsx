import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { client } from '../app/client.ts';
import { useKiosk } from './kiosk-context.tsx';
import { useIdle } from './use-idle.ts';

/** The countdown is shown for so long. */
const WARN_SECONDS = 20;

const useStyles = makeStyles({
  seconds: { display: 'block', marginTop: tokens.spacingVerticalL, fontVariantNumeric: 'tabular-nums' },
});

/** Watches whether somebody is still there; asks before the visit ends, counting aloud on the screen only. */
export function IdleWarning() {
  const styles = useStyles();
  const { state, texts, end, refresh } = useKiosk();
  const left = useIdle(
    state.visit !== null,
    { idleSeconds: state.idleSeconds, warnSeconds: WARN_SECONDS },
    // A visit that is over already shows itself when it is asked for.
    {
      onTouch: () => void client.kiosk.touch().catch(refresh),
      onIdle: () => void end('IDLE').catch(refresh),
    },
  );
  return (
    <Dialog open={left !== null && state.visit !== null} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.idle.title}</DialogTitle>
          <DialogContent>
            <Text>{texts.idle.text}</Text>
            <Text size={600} weight="semibold" className={styles.seconds} role="timer">
              {texts.idle.seconds(left ?? 0)}
            </Text>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void end('ENDED')}>{texts.frame.end}</Button>
            <Button appearance="primary" onClick={() => void client.kiosk.touch().catch(refresh)}>
              {texts.idle.stay}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
