import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import { routeOf } from '#server/log-requests.ts';
import type { Instruments } from './instruments.ts';

/**
 * A span and a measurement for each request, under the trace that the caller names (W3C `traceparent`). The request's
 * own number is on the span, so that its line in the log is found from it; the caller's trace is not in the log.
 */
export function observeRequests(instruments: Instruments): MiddlewareHandler {
  const { tracer, requests, activeRequests } = instruments;
  return async (c, next) => {
    const started = performance.now();
    const { method } = c.req;
    const above = propagation.extract(ROOT_CONTEXT, c.req.header());
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, above);
    activeRequests.add(1);
    try {
      await context.with(trace.setSpan(above, span), next);
    } finally {
      const { status } = c.res;
      const attributes = {
        'http.request.method': method,
        'http.route': routeOf(c),
        'http.response.status_code': status,
      };
      span.updateName(`${method} ${attributes['http.route']}`);
      span.setAttributes({ ...attributes, 'evenhand.request_id': c.res.headers.get('Request-Id') ?? '' });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      activeRequests.add(-1);
      requests.record((performance.now() - started) / 1000, attributes);
    }
  };
}
