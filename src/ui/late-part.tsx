import { Component, createElement, use, type ComponentType, type ReactNode } from 'react';

interface BoundaryProps {
  readonly renderFailure: (retry: () => void) => ReactNode;
  /** Called before it is drawn again. */
  readonly onRetry: () => void;
  /** Asks for the code once more; resolves to whether it came. */
  readonly bring: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** The code of a part did not come. What goes wrong in a part that came is no concern of this file. */
class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

interface Failure {
  readonly error: unknown;
}

/** Milliseconds. A browser says that it is connected a moment before a request gets through, and says it once. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000];

/** Keeps a part that did not come from taking down what is around it; tries again when the connection is back. */
class PartBoundary extends Component<BoundaryProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ failure: null });
  };

  /** Nothing changes on screen until the part is here: a button that somebody is at would vanish and come back. */
  private tryLater([pause, ...more]: readonly number[]): void {
    clearTimeout(this.timer);
    if (pause === undefined || !(this.state.failure?.error instanceof PartMissing)) return;
    this.timer = setTimeout(() => void this.tryNow(more), pause);
  }

  private async tryNow(more: readonly number[]): Promise<void> {
    const { timer } = this;
    const came = await this.props.bring();
    // Another try has begun meanwhile, or nobody wants the part any more.
    if (timer !== this.timer) return;
    if (came) this.retry();
    else this.tryLater(more);
  }

  private readonly connected = (): void => this.tryLater([0, ...pauses]);

  override componentDidMount(): void {
    window.addEventListener('online', this.connected);
    this.tryLater(pauses);
  }

  override componentDidUpdate(_: unknown, { failure }: { readonly failure: Failure | null }): void {
    if (failure !== this.state.failure) this.tryLater(pauses);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', this.connected);
    clearTimeout(this.timer);
    this.timer = undefined;
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
  /** The same, resolving to whether the part can be drawn without waiting, or did not come. */
  readonly ready: () => Promise<boolean>;
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
  const ready = (): Promise<boolean> => {
    anew();
    return come().then(
      () => true,
      () => false,
    );
  };
  const Content = (props: P) => createElement(use(come()), props);
  return {
    Part: (props) => (
      <PartBoundary onRetry={anew} bring={ready} renderFailure={(retry) => <Failure {...props} retry={retry} />}>
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
