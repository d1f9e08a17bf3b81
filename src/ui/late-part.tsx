import { Component, createElement, use, type ComponentType, type ReactNode } from 'react';

interface BoundaryProps {
  readonly renderFailure: (retry: () => void) => ReactNode;
  /** Called before it is tried again. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** The code of a part did not come. What goes wrong in a part that came is no concern of this file. */
class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

interface Failure {
  readonly error: unknown;
}

/** Keeps a part that did not come from taking down what is around it; tries again when the connection is back. */
class PartBoundary extends Component<BoundaryProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ failure: null });
  };

  override componentDidMount(): void {
    window.addEventListener('online', this.retry);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', this.retry);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    if (failure.error instanceof PartMissing) return this.props.renderFailure(this.retry);
    throw failure.error;
  }
}

/** A part of a page whose code comes when it is first needed. */
interface LatePart<P> {
  readonly Part: ComponentType<P>;
  /** Brings the code ahead. A failure is of no consequence: it is tried anew when the part is needed. */
  readonly fetch: () => void;
  /** The same, resolving when the part can be drawn without waiting, or did not come. */
  readonly ready: () => Promise<void>;
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
    } catch (cause) {
      failed = true;
      throw new PartMissing('The code of this part did not come.', { cause });
    }
  };
  const come = (): Promise<ComponentType<P>> => (coming ??= known(bring()));
  // A promise that failed is kept until somebody asks anew, or drawing would ask for ever.
  const anew = (): void => {
    if (failed) coming = null;
  };
  const ready = async (): Promise<void> => {
    anew();
    await come().catch(() => undefined);
  };
  const Content = (props: P) => createElement(use(come()), props);
  return {
    Part: (props) => (
      <PartBoundary onRetry={anew} renderFailure={(retry) => <Failure {...props} retry={retry} />}>
        <Content {...props} />
      </PartBoundary>
    ),
    fetch: () => void ready(),
    ready,
  };
}

/** React waits a turn for every promise that it has not seen before, even a settled one, unless it says how it stands. */
function known<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => undefined,
  );
  return promise;
}
