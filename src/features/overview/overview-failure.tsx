import { Component, type ReactNode } from 'react';
import { BackendError } from '#backend/port.ts';

interface OverviewFailureProps {
  readonly renderFailure: (retry: () => void) => ReactNode;
  /** Called before it is asked for anew. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
}

/**
 * Where what is held cannot be read, the choices still can. A failure that is not the backend's, or that concerns the
 * whole page, is left to the page.
 */
export class OverviewFailure extends Component<OverviewFailureProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ failure: null });
  };

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const { error } = failure;
    if (!(error instanceof BackendError) || error.code === 'signed_out') throw error;
    return this.props.renderFailure(this.retry);
  }
}
