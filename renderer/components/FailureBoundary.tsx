import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Page, Row } from './Page.tsx';

export interface FailureBoundaryProps {
  readonly children: ReactNode;
  /** The failure in words. */
  readonly note: (error: unknown) => ReactNode;
  readonly retryLabel: string;
  /** A new value lets the screen try again, such as the address that was gone to. */
  readonly resetKey?: string;
}

interface State {
  readonly error: unknown;
}

/** A screen that failed says so in words and offers the way on; the rest of the app stays. */
export class FailureBoundary extends Component<FailureBoundaryProps, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidUpdate(before: FailureBoundaryProps): void {
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
        {this.props.note(this.state.error)}
        <Row>
          <Button onPress={() => location.reload()}>{this.props.retryLabel}</Button>
        </Row>
      </Page>
    );
  }
}
