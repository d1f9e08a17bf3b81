import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { Appended, SubjectStore } from '#backend/subject-store.ts';
import type { Instruments } from './instruments.ts';

/** The same subjects, with a span and a measurement for each write: what a customer waits for. */
export function observeAppends(
  subjects: SubjectStore,
  { tracer, appends, activeAppends }: Instruments,
  system: 'sqlite' | 'postgresql',
): SubjectStore {
  return {
    ...subjects,
    async append(write) {
      const started = performance.now();
      const attributes = { 'db.system.name': system, 'evenhand.entries': write.rows.length };
      const span = tracer.startSpan('append', { kind: SpanKind.CLIENT, attributes });
      activeAppends.add(1);
      let result: Appended | 'failed' = 'failed';
      try {
        result = await subjects.append(write);
        return result;
      } finally {
        span.setAttribute('evenhand.result', result);
        if (result === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        activeAppends.add(-1);
        appends.record((performance.now() - started) / 1000, { 'evenhand.result': result });
      }
    },
  };
}
