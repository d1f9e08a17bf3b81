import { Component, createElement, use, type ComponentType, type ReactNode } from 'react';

interface BoundaryProps {
  readonly renderFailure: (retry: () => void) => ReactNode;
  /** Called before it is tried again. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** Keeps a part that did not come from taking down what is around it; tries again when the connection is back. */
class PartBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ failed: false });
  };

  override componentDidMount(): void {
    window.addEventListener('online', this.retry);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', this.retry);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.renderFailure(this.retry) : this.props.children;
  }
}

/** A part of a page whose code comes when it is first needed. */
interface LatePart<P> {
  readonly Part: ComponentType<P>;
  /** Brings the code ahead. A failure is of no consequence: it is tried anew when the part is needed. */
  readonly fetch: () => void;
}

/** `load` brings the part; `Failure` stands in its place, with the same props, where it did not come. */
export function latePart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Failure: ComponentType<P & { readonly retry: () => void }>,
): LatePart<P> {
  let coming: Promise<ComponentType<P>> | null = null;
  let failed = false;
  const bring = async (): Promise<ComponentType<P>> => {
    failed = false;
    try {
      return await load();
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const come = (): Promise<ComponentType<P>> => (coming ??= bring());
  // A promise that failed is kept until somebody asks anew, or drawing would ask for ever.
  const anew = (): void => {
    if (failed) coming = null;
  };
  const Content = (props: P) => createElement(use(come()), props);
  return {
    Part: (props) => (
      <PartBoundary onRetry={anew} renderFailure={(retry) => <Failure {...props} retry={retry} />}>
        <Content {...props} />
      </PartBoundary>
    ),
    fetch: () => {
      anew();
      come().catch(() => undefined);
    },
  };
}
