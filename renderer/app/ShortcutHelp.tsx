import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { strings } from '../strings/es.ts';
import { keyLabel } from './keyboard.tsx';
import { useHasRole } from './session.tsx';
import type { ShortcutId } from './shortcuts.ts';

const GROUPS = {
  move: ['next', 'previous', 'open', 'select', 'search', 'back', 'help'],
  decide: [
    'category.AFILIACION',
    'category.COTIZACION',
    'category.RECAUDACION',
    'category.MORATORIAS',
    'category.OTRAS',
    'category.NONE',
    'confirm',
    'undo',
  ],
  work: ['case', 'identity', 'phone', 'linkAttachment', 'reply', 'forward', 'note', 'resolve'],
  go: ['go.inbox', 'go.cases', 'go.citizens', 'go.outbox', 'go.supervision', 'go.activity'],
} as const satisfies Record<keyof typeof strings.keys.groups, readonly ShortcutId[]>;

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    marginTop: tokens.spacingVerticalM,
  },
  list: { margin: 0, marginTop: tokens.spacingVerticalXS },
  entry: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '28px',
  },
  meaning: { margin: 0 },
  key: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    padding: `1px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'nowrap',
  },
});

const OF_SUPERVISORS: ReadonlySet<ShortcutId> = new Set<ShortcutId>(['go.supervision', 'go.activity']);

/** All keys on one sheet; opened with "?". */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const supervises = useHasRole('SUPERVISOR');
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{strings.keys.title}</DialogTitle>
          <DialogContent>
            <Text>{strings.keys.intro}</Text>
            <div className={styles.groups}>
              {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
                <section key={group}>
                  <Subtitle2 as="h3">{strings.keys.groups[group]}</Subtitle2>
                  <dl className={styles.list}>
                    {GROUPS[group]
                      .filter((id) => supervises || !OF_SUPERVISORS.has(id))
                      .map((id) => (
                        <div key={id} className={styles.entry}>
                          <dt>{strings.keys.meaning[id]}</dt>
                          <dd className={styles.meaning}>
                            <kbd className={styles.key}>{keyLabel(id)}</kbd>
                          </dd>
                        </div>
                      ))}
                  </dl>
                </section>
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{strings.common.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
