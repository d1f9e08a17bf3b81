import { AsyncLocalStorage } from 'node:async_hooks';
import {
  context,
  createNoopMeter,
  metrics,
  propagation,
  ROOT_CONTEXT,
  trace,
  type Attributes,
  type Context,
  type ContextManager,
  type Meter,
  type Span,
  type SpanContext,
  type SpanStatus,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';

/** A span as it was when it ended. */
export interface RecordedSpan {
  name: string;
  readonly spanId: string;
  readonly traceId: string;
  readonly parentId: string | null;
  readonly attributes: Attributes;
  status: SpanStatus | null;
}

export interface Measurement {
  readonly instrument: string;
  readonly value: number;
  readonly attributes: Attributes;
}

/** All that a brand's SDK would have been told. */
export interface Recording {
  readonly spans: readonly RecordedSpan[];
  readonly measurements: readonly Measurement[];
  /** How much an instrument was given, over the measurements whose attributes agree with these. */
  sum(instrument: string, attributes?: Attributes): number;
}

const agrees = (one: Attributes, wanted: Attributes): boolean =>
  Object.entries(wanted).every(([name, value]) => one[name] === value);

/** Registers, in place of an SDK, one that writes everything down in memory. Once in a process. */
export function recordTelemetry(): Recording {
  const spans: RecordedSpan[] = [];
  const measurements: Measurement[] = [];

  trace.setGlobalTracerProvider({ getTracer: () => tracerInto(spans) });
  metrics.setGlobalMeterProvider({ getMeter: () => meterInto(measurements) });
  context.setGlobalContextManager(contextManager());
  propagation.setGlobalPropagator(traceparent);
  return {
    spans,
    measurements,
    sum: (instrument, attributes = {}) =>
      measurements
        .filter((one) => one.instrument === instrument && agrees(one.attributes, attributes))
        .reduce((sum, { value }) => sum + value, 0),
  };
}

function meterInto(measurements: Measurement[]): Meter {
  const write =
    (instrument: string) =>
    (value: number, attributes: Attributes = {}): void =>
      void measurements.push({ instrument, value, attributes });
  return Object.assign(Object.create(createNoopMeter()) as Meter, {
    createHistogram: (name: string) => ({ record: write(name) }),
    createCounter: (name: string) => ({ add: write(name) }),
    createUpDownCounter: (name: string) => ({ add: write(name) }),
  });
}

function tracerInto(spans: RecordedSpan[]): Tracer {
  const startSpan: Tracer['startSpan'] = (name, options = {}, above = context.active()) => {
    const parent = trace.getSpanContext(above);
    const span: RecordedSpan = {
      name,
      spanId: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      traceId: parent?.traceId ?? crypto.randomUUID().replaceAll('-', ''),
      parentId: parent?.spanId ?? null,
      attributes: { ...options.attributes },
      status: null,
    };
    const made = {
      spanContext: (): SpanContext => ({ traceId: span.traceId, spanId: span.spanId, traceFlags: 1 }),
      setAttribute: (key: string, value: string) => made.setAttributes({ [key]: value }),
      setAttributes: (attributes: Attributes) => {
        Object.assign(span.attributes, attributes);
        return made;
      },
      setStatus: (status: SpanStatus) => {
        span.status = status;
        return made;
      },
      updateName: (better: string) => {
        span.name = better;
        return made;
      },
      end: () => void spans.push(span),
    };
    return made as unknown as Span;
  };
  return { startSpan } as Tracer;
}

function contextManager(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  return {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (given, work, self, ...input) => storage.run(given, () => work.apply(self as never, input)),
    bind: (_given, target) => target,
    enable: () => contextManager(),
    disable: () => contextManager(),
  };
}

/** What the W3C header says, version 00. */
const traceparent: TextMapPropagator = {
  fields: () => ['traceparent'],
  inject: () => undefined,
  extract(above, carrier: unknown, getter) {
    const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(String(getter.get(carrier, 'traceparent')));
    if (!found) return above;
    const [, traceId = '', spanId = ''] = found;
    return trace.setSpanContext(above, { traceId, spanId, traceFlags: 1, isRemote: true });
  },
};
