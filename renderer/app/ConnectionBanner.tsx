import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { strings } from '../strings/es.ts';
import { useConnectionStatus } from './client.ts';

/** Says that the service is out of reach; everything on screen stays as it was. */
export function ConnectionBanner() {
  if (useConnectionStatus() !== 'LOST') return null;
  return (
    <MessageBar intent="warning" shape="square">
      <MessageBarBody>{strings.frame.connectionLost}</MessageBarBody>
    </MessageBar>
  );
}
