import { Component, type ReactNode } from 'react';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { strings } from '../strings/es.ts';

/** A screen that fails to draw does not take the window with it. `resetKey` changing tries again. */
export class Boundary extends Component<
  { resetKey: string; children: ReactNode },
  { failed: string | null }
> {
  override state = { failed: null as string | null };

  static getDerivedStateFromError(): { failed: string } {
    return { failed: 'SCREEN_FAILED' };
  }

  override componentDidUpdate(previous: { resetKey: string }): void {
    if (previous.resetKey !== this.props.resetKey && this.state.failed !== null)
      this.setState({ failed: null });
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    const { what, kept, todo } = strings.errors.screen;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{what}</MessageBarTitle>
          {kept} {todo} {strings.errors.code(this.state.failed)}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => {
              this.setState({ failed: null });
            }}
          >
            {strings.common.retry}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
