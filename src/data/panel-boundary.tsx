import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { BackendError } from '#backend/port.ts';

interface PanelBoundaryProps {
  readonly renderFailure: (retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
}

class Boundary extends Component<
  PanelBoundaryProps & { readonly onRetry: () => void },
  { readonly failure: Failure | null }
> {
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

/**
 * Around a part of a page whose data may not be readable while the rest is. A failure that is not the backend's, or that
 * concerns the whole page, is left to the page.
 */
export function PanelBoundary(props: PanelBoundaryProps) {
  const { reset } = useQueryErrorResetBoundary();
  return <Boundary {...props} onRetry={reset} />;
}
