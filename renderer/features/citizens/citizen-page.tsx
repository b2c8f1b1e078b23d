import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { PageBody } from '../../ui/Pane.tsx';

const useStyles = makeStyles({ content: { maxWidth: '1200px' }, narrow: { maxWidth: '760px' } });

/** A page below the register, with the way back. */
export function CitizenPage({
  title,
  actions,
  wide = false,
  children,
}: {
  title: string;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  const goBack = (): void => {
    navigate(pathTo('ciudadanos'));
  };
  useShortcut('back', goBack);
  return (
    <PageBody
      title={title}
      actions={
        <>
          {actions}
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
            {withKey(citizenStrings.page.back, 'back')}
          </Button>
        </>
      }
    >
      <div className={wide ? styles.content : styles.narrow}>{children}</div>
    </PageBody>
  );
}
