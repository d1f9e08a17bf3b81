import {
  createNoopMeter,
  metrics,
  ProxyTracerProvider,
  trace,
  type Counter,
  type Histogram,
  type Tracer,
  type UpDownCounter,
} from '@opentelemetry/api';

/**
 * What the server measures itself with. Attributes are words of our own, route patterns, statuses and codes: never a
 * customer, an address, a browser, a choice or a value, so that whoever reads the metrics learns of nobody.
 */
export interface Instruments {
  readonly tracer: Tracer;
  /** Seconds; by method, route pattern and status. Its count is the number of requests. */
  readonly requests: Histogram;
  readonly activeRequests: UpDownCounter;
  /** Decisions answered with 200; by whether they were stored now or replayed. */
  readonly decisions: Counter;
  /** Items of the decisions stored; by outcome. */
  readonly items: Counter;
  /** Answers that are a problem; by its code and the call. */
  readonly refusals: Counter;
  /** Requests turned away because one address sent too many. */
  readonly limited: Counter;
  /** Seconds from the write's beginning to its durable end; by result. */
  readonly appends: Histogram;
  readonly activeAppends: UpDownCounter;
  /** Writes that share one commit. */
  readonly commitSizes: Histogram;
}

/** Bounds of the histograms, in seconds: an fsync takes about a millisecond, patience ends at ten seconds. */
const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The instruments of the OpenTelemetry SDK that was registered before the server started; null where there is none, and
 * then nothing is measured and nothing is spent on it.
 */
export function openInstruments(): Instruments | null {
  const provider = trace.getTracerProvider();
  const traced = !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('evenhand') !== undefined;
  const meter = metrics.getMeter('evenhand');
  if (!traced && meter === createNoopMeter()) return null;
  const duration = { unit: 's', advice: { explicitBucketBoundaries: seconds } };
  return {
    tracer: trace.getTracer('evenhand'),
    requests: meter.createHistogram('http.server.request.duration', duration),
    activeRequests: meter.createUpDownCounter('http.server.active_requests'),
    decisions: meter.createCounter('evenhand.decisions'),
    items: meter.createCounter('evenhand.decision.items'),
    refusals: meter.createCounter('evenhand.refusals'),
    limited: meter.createCounter('evenhand.limited_requests'),
    appends: meter.createHistogram('evenhand.append.duration', duration),
    activeAppends: meter.createUpDownCounter('evenhand.append.active'),
    commitSizes: meter.createHistogram('evenhand.commit.writes', {
      advice: { explicitBucketBoundaries: [1, 2, 4, 8, 16, 32, 64, 128] },
    }),
  };
}
