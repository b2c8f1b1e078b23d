import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';

/** What the person is told about what he just did, said at once to whoever cannot see it. */
export function Notice({
  intent,
  children,
}: {
  intent: 'error' | 'success' | 'info' | 'warning';
  children: ReactNode;
}) {
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === 'error' ? 'alert' : 'status'}>
      <MessageBarBody>
        <Text size={400}>{children}</Text>
      </MessageBarBody>
    </MessageBar>
  );
}
