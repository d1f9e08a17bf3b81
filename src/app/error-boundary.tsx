import { Component, type ReactNode } from 'react';

interface Properties {
  /** What to show in place of what failed; `retry` tries it anew. */
  readonly renderFailure: (error: unknown, retry: () => void) => ReactNode;
  /** Called before the failed part is tried anew. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

/** Stands between a part that may fail and what is around it. */
export class ErrorBoundary extends Component<Properties, { readonly failure: { readonly error: unknown } | null }> {
  override state: { readonly failure: { readonly error: unknown } | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  readonly retry = (): void => {
    this.props.onRetry?.();
    this.setState({ failure: null });
  };

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === null ? this.props.children : this.props.renderFailure(failure.error, this.retry);
  }
}
