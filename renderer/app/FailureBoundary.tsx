import i18next from 'i18next';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';

interface Props {
  readonly children: ReactNode;
  /** A new value lets the screen try again, such as the address that was gone to. */
  readonly resetKey?: string;
}

interface State {
  readonly error: unknown;
}

/** A screen that failed says so in words and offers the way on; the rest of the app stays. */
export class FailureBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) {
      this.setState({ error: null });
    }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error.name, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Page>
        <DeskErrorNote error={this.state.error} />
        <Row>
          <Button onPress={() => location.reload()}>{i18next.t('retry')}</Button>
        </Row>
      </Page>
    );
  }
}
